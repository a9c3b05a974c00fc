#define F(a, b) MOVQ a, b
#define NONE() NOP
	F(AX, BX)
	F( (AX)(CX*8) , $x<>(SB) )
	NONE()
	NONE( )
	UNKNOWN(·call16, 16)
	F([R1,R2], R3)
	F(, )
label:	F(AX, BX); RET
	CALL(AX)

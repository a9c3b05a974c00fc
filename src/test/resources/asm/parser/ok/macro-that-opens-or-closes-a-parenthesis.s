#define AT 8(
#define END AX)
	MOVQ	AT AX), BX
	MOVQ	BX, 8(END

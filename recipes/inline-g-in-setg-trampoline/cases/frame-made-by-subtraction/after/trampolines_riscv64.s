TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOV	8(X2), X5
	MOV	16(X2), X10
	SUB	$16, X2
	MOV	X1, 0(X2)
	JALR	X1, X5
	MOV	32(X2), g
	MOV	0(X2), X1
	ADD	$16, X2
	RET

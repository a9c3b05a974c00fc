TEXT ·setg_trampoline(SB), 4|512, $0-16
	MOV	8(X2), X5
	MOV	16(X2), X10
	ADD	$-16, X2
	MOV	X1, 0(X2)
	CALL	X5
	MOV	0(X2), X1
	ADD	$16, X2
	MOV	X1, X9
	MOV	16(X2), g
	JMP	(X9)

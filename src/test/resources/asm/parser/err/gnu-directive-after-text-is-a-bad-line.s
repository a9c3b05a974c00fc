TEXT ·f(SB), 4, $0
	.globl x
	RET

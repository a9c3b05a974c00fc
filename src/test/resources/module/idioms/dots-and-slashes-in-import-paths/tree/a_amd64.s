TEXT ·f(SB), 4, $0
	CMPB	github·com∕segmentio∕asm∕cpu·X86+0(SB), $1
	MOVQ	sync∕atomic·x(SB), AX
	CALL	example·com∕m·own(SB)
	RET

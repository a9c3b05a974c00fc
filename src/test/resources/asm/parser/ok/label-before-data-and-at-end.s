TEXT ·f(SB), $0
before:
	DATA ·x+0(SB)/4, $1
	RET
end:

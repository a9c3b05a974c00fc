TEXT ·run(SB), 4, $0
	RET

TEXT runtime·gogo(SB), 4, $0
	RET

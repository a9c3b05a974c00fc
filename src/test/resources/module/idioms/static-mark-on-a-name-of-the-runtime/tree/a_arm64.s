TEXT ·f(SB), 4, $0
	CALL	runtime·morestack_noctxt<>(SB)
	CALL	runtime·morestack(SB)
	RET

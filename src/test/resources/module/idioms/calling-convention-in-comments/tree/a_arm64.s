// f is called without <ABIInternal>, by way of runtime·closure(SB).
TEXT ·f(SB), 4, $0
	/* BL runtime·gone<ABIInternal>(SB) */
	B	runtime·a<ABIInternal>(SB) // as runtime·b<ABIInternal>(SB)

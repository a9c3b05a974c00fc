// grьяe
	CALL aЈb(SB)
	RET

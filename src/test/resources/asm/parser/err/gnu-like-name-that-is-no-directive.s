	.nonsense x
	RET

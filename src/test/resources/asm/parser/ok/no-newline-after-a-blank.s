	RET
  
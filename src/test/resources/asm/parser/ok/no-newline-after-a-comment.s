	RET
// end
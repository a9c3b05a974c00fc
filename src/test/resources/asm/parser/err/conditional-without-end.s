#ifdef A
#ifndef B
	RET
#endif

#define
#define 1
#undef
#include
#include <textflag.h>
#include textflag.h
#ifdef
#endif
#ifndef "X"
#endif
	RET

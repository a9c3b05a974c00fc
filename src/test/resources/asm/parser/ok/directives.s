#include "textflag.h"
# include "a b.h"
	#	define INDENTED 1
/* before */ #undef INDENTED
#line 12 "other.s"
#ifdef GOAMD64_v3 // comment
#ifndef X
	NOP
#else // comment
	RET
#endif
#else
	UNDEF
# endif /* X */

#undef A B
#include "a.h" "b.h"
#ifdef A && B
#else X
#endif A
	RET

#define ONE(a b) a
#define TWO(1) a
#define THREE(,a) a
#define FOUR(a,) a
#define FIVE(a NOP
	RET

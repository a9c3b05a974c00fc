#define NOTHING
#define ONE 1
#define BLANK_PAREN (x)
#define NO_PARAMETERS() NOP
#define TWO(a, b) MOVQ a, b
#define SPREAD( a , b )	a b
#define ·middot CALL runtime·f(SB)
#define TRAILING 1   // the value
#define COMMENTED /* nothing */
#define NESTED TWO(ONE, AX)

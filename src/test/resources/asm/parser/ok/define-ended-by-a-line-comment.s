#define ENDS NOP // the backslash is within the comment \
	RET

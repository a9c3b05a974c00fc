#define KEEPS_ONE a \\ b
	RET

	REP; MOVSQ
	LOCK ;XADDL AX, (BX);
	;
	;;	RET	;
loop:	DECQ CX; JNE loop // ; not here

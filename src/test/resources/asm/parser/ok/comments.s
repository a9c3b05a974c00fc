// a whole line
/* a block */ NOP // and a line
	MOVQ /* between */ AX, /* and */ BX /* after */
	NOP /* over
	several
	lines */ RET
	NOP // a line does not continue \
	RET
	NOP /* // */ ; RET // /* no block
/**/
/***/	RET

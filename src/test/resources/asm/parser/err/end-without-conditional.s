#else
#endif
	RET
#ifdef A
#endif
#endif

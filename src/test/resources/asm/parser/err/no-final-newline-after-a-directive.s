	RET
#ifdef A
#endif // A
	RET
end:
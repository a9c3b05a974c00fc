package a

func cpuid(eax, ecx uint32) (a, b, c, d uint32)

func onThread()

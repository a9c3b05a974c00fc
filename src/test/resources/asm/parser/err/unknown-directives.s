#if GOARCH == amd64
#elif 1
#pragma once
#error no
#
#123
	RET

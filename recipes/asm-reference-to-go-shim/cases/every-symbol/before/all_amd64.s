#include "textflag.h"

TEXT ·sync_atomic_LoadInt32(SB), NOSPLIT, $0-12
	JMP	sync∕atomic·LoadInt32(SB)

TEXT ·sync_atomic_StoreInt32(SB), NOSPLIT, $0-12
	JMP	sync∕atomic·StoreInt32(SB)

TEXT ·sync_atomic_SwapInt32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·SwapInt32(SB)

TEXT ·sync_atomic_CompareAndSwapInt32(SB), NOSPLIT, $0-17
	JMP	sync∕atomic·CompareAndSwapInt32(SB)

TEXT ·sync_atomic_AddInt32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·AddInt32(SB)

TEXT ·sync_atomic_AndInt32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·AndInt32(SB)

TEXT ·sync_atomic_OrInt32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·OrInt32(SB)

TEXT ·sync_atomic_LoadInt64(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadInt64(SB)

TEXT ·sync_atomic_StoreInt64(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·StoreInt64(SB)

TEXT ·sync_atomic_SwapInt64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·SwapInt64(SB)

TEXT ·sync_atomic_CompareAndSwapInt64(SB), NOSPLIT, $0-25
	JMP	sync∕atomic·CompareAndSwapInt64(SB)

TEXT ·sync_atomic_AddInt64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AddInt64(SB)

TEXT ·sync_atomic_AndInt64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AndInt64(SB)

TEXT ·sync_atomic_OrInt64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·OrInt64(SB)

TEXT ·sync_atomic_LoadUint32(SB), NOSPLIT, $0-12
	JMP	sync∕atomic·LoadUint32(SB)

TEXT ·sync_atomic_StoreUint32(SB), NOSPLIT, $0-12
	JMP	sync∕atomic·StoreUint32(SB)

TEXT ·sync_atomic_SwapUint32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·SwapUint32(SB)

TEXT ·sync_atomic_CompareAndSwapUint32(SB), NOSPLIT, $0-17
	JMP	sync∕atomic·CompareAndSwapUint32(SB)

TEXT ·sync_atomic_AddUint32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·AddUint32(SB)

TEXT ·sync_atomic_AndUint32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·AndUint32(SB)

TEXT ·sync_atomic_OrUint32(SB), NOSPLIT, $0-20
	JMP	sync∕atomic·OrUint32(SB)

TEXT ·sync_atomic_LoadUint64(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadUint64(SB)

TEXT ·sync_atomic_StoreUint64(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·StoreUint64(SB)

TEXT ·sync_atomic_SwapUint64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·SwapUint64(SB)

TEXT ·sync_atomic_CompareAndSwapUint64(SB), NOSPLIT, $0-25
	JMP	sync∕atomic·CompareAndSwapUint64(SB)

TEXT ·sync_atomic_AddUint64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AddUint64(SB)

TEXT ·sync_atomic_AndUint64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AndUint64(SB)

TEXT ·sync_atomic_OrUint64(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·OrUint64(SB)

TEXT ·sync_atomic_LoadUintptr(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadUintptr(SB)

TEXT ·sync_atomic_StoreUintptr(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·StoreUintptr(SB)

TEXT ·sync_atomic_SwapUintptr(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·SwapUintptr(SB)

TEXT ·sync_atomic_CompareAndSwapUintptr(SB), NOSPLIT, $0-25
	JMP	sync∕atomic·CompareAndSwapUintptr(SB)

TEXT ·sync_atomic_AddUintptr(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AddUintptr(SB)

TEXT ·sync_atomic_AndUintptr(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·AndUintptr(SB)

TEXT ·sync_atomic_OrUintptr(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·OrUintptr(SB)

TEXT ·sync_atomic_LoadPointer(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·LoadPointer(SB)

TEXT ·sync_atomic_StorePointer(SB), NOSPLIT, $0-16
	JMP	sync∕atomic·StorePointer(SB)

TEXT ·sync_atomic_SwapPointer(SB), NOSPLIT, $0-24
	JMP	sync∕atomic·SwapPointer(SB)

TEXT ·sync_atomic_CompareAndSwapPointer(SB), NOSPLIT, $0-25
	JMP	sync∕atomic·CompareAndSwapPointer(SB)

TEXT ·runtime_internal_atomic_Load(SB), NOSPLIT, $0-12
	JMP	runtime∕internal∕atomic·Load(SB)

TEXT ·runtime_internal_atomic_Store(SB), NOSPLIT, $0-12
	JMP	runtime∕internal∕atomic·Store(SB)

TEXT ·runtime_internal_atomic_Xchg(SB), NOSPLIT, $0-20
	JMP	runtime∕internal∕atomic·Xchg(SB)

TEXT ·runtime_internal_atomic_Cas(SB), NOSPLIT, $0-17
	JMP	runtime∕internal∕atomic·Cas(SB)

TEXT ·runtime_internal_atomic_Load64(SB), NOSPLIT, $0-16
	JMP	runtime∕internal∕atomic·Load64(SB)

TEXT ·runtime_internal_atomic_Store64(SB), NOSPLIT, $0-16
	JMP	runtime∕internal∕atomic·Store64(SB)

TEXT ·runtime_internal_atomic_Xchg64(SB), NOSPLIT, $0-24
	JMP	runtime∕internal∕atomic·Xchg64(SB)

TEXT ·runtime_internal_atomic_Cas64(SB), NOSPLIT, $0-25
	JMP	runtime∕internal∕atomic·Cas64(SB)

TEXT ·runtime_internal_atomic_Loaduintptr(SB), NOSPLIT, $0-16
	JMP	runtime∕internal∕atomic·Loaduintptr(SB)

TEXT ·runtime_internal_atomic_Storeuintptr(SB), NOSPLIT, $0-16
	JMP	runtime∕internal∕atomic·Storeuintptr(SB)

TEXT ·runtime_internal_atomic_Xchguintptr(SB), NOSPLIT, $0-24
	JMP	runtime∕internal∕atomic·Xchguintptr(SB)

TEXT ·runtime_internal_atomic_Casuintptr(SB), NOSPLIT, $0-25
	JMP	runtime∕internal∕atomic·Casuintptr(SB)

TEXT ·runtime_internal_atomic_Xadduintptr(SB), NOSPLIT, $0-24
	JMP	runtime∕internal∕atomic·Xadduintptr(SB)

TEXT ·runtime_internal_atomic_Xadd(SB), NOSPLIT, $0-20
	JMP	runtime∕internal∕atomic·Xadd(SB)

TEXT ·runtime_internal_atomic_Xadd64(SB), NOSPLIT, $0-24
	JMP	runtime∕internal∕atomic·Xadd64(SB)

TEXT ·internal_runtime_atomic_Load(SB), NOSPLIT, $0-12
	JMP	internal∕runtime∕atomic·Load(SB)

TEXT ·internal_runtime_atomic_Store(SB), NOSPLIT, $0-12
	JMP	internal∕runtime∕atomic·Store(SB)

TEXT ·internal_runtime_atomic_Xchg(SB), NOSPLIT, $0-20
	JMP	internal∕runtime∕atomic·Xchg(SB)

TEXT ·internal_runtime_atomic_Cas(SB), NOSPLIT, $0-17
	JMP	internal∕runtime∕atomic·Cas(SB)

TEXT ·internal_runtime_atomic_Load64(SB), NOSPLIT, $0-16
	JMP	internal∕runtime∕atomic·Load64(SB)

TEXT ·internal_runtime_atomic_Store64(SB), NOSPLIT, $0-16
	JMP	internal∕runtime∕atomic·Store64(SB)

TEXT ·internal_runtime_atomic_Xchg64(SB), NOSPLIT, $0-24
	JMP	internal∕runtime∕atomic·Xchg64(SB)

TEXT ·internal_runtime_atomic_Cas64(SB), NOSPLIT, $0-25
	JMP	internal∕runtime∕atomic·Cas64(SB)

TEXT ·internal_runtime_atomic_Loaduintptr(SB), NOSPLIT, $0-16
	JMP	internal∕runtime∕atomic·Loaduintptr(SB)

TEXT ·internal_runtime_atomic_Storeuintptr(SB), NOSPLIT, $0-16
	JMP	internal∕runtime∕atomic·Storeuintptr(SB)

TEXT ·internal_runtime_atomic_Xchguintptr(SB), NOSPLIT, $0-24
	JMP	internal∕runtime∕atomic·Xchguintptr(SB)

TEXT ·internal_runtime_atomic_Casuintptr(SB), NOSPLIT, $0-25
	JMP	internal∕runtime∕atomic·Casuintptr(SB)

TEXT ·internal_runtime_atomic_Xadduintptr(SB), NOSPLIT, $0-24
	JMP	internal∕runtime∕atomic·Xadduintptr(SB)

TEXT ·internal_runtime_atomic_Xadd(SB), NOSPLIT, $0-20
	JMP	internal∕runtime∕atomic·Xadd(SB)

TEXT ·internal_runtime_atomic_Xadd64(SB), NOSPLIT, $0-24
	JMP	internal∕runtime∕atomic·Xadd64(SB)

TEXT ·internal_bytealg_IndexByte(SB), NOSPLIT, $0-40
	JMP	internal∕bytealg·IndexByte(SB)

TEXT ·internal_bytealg_IndexByteString(SB), NOSPLIT, $0-32
	JMP	internal∕bytealg·IndexByteString(SB)

TEXT ·internal_bytealg_Index(SB), NOSPLIT, $0-56
	JMP	internal∕bytealg·Index(SB)

TEXT ·internal_bytealg_IndexString(SB), NOSPLIT, $0-40
	JMP	internal∕bytealg·IndexString(SB)

TEXT ·internal_bytealg_Compare(SB), NOSPLIT, $0-56
	JMP	internal∕bytealg·Compare(SB)

TEXT ·internal_bytealg_Count(SB), NOSPLIT, $0-40
	JMP	internal∕bytealg·Count(SB)

TEXT ·internal_bytealg_CountString(SB), NOSPLIT, $0-32
	JMP	internal∕bytealg·CountString(SB)

TEXT ·math_archAcos(SB), NOSPLIT, $0-16
	JMP	math·archAcos(SB)

TEXT ·math_archAcosh(SB), NOSPLIT, $0-16
	JMP	math·archAcosh(SB)

TEXT ·math_archAsin(SB), NOSPLIT, $0-16
	JMP	math·archAsin(SB)

TEXT ·math_archAsinh(SB), NOSPLIT, $0-16
	JMP	math·archAsinh(SB)

TEXT ·math_archAtan(SB), NOSPLIT, $0-16
	JMP	math·archAtan(SB)

TEXT ·math_archAtanh(SB), NOSPLIT, $0-16
	JMP	math·archAtanh(SB)

TEXT ·math_archCbrt(SB), NOSPLIT, $0-16
	JMP	math·archCbrt(SB)

TEXT ·math_archCeil(SB), NOSPLIT, $0-16
	JMP	math·archCeil(SB)

TEXT ·math_archCos(SB), NOSPLIT, $0-16
	JMP	math·archCos(SB)

TEXT ·math_archCosh(SB), NOSPLIT, $0-16
	JMP	math·archCosh(SB)

TEXT ·math_archErf(SB), NOSPLIT, $0-16
	JMP	math·archErf(SB)

TEXT ·math_archErfc(SB), NOSPLIT, $0-16
	JMP	math·archErfc(SB)

TEXT ·math_archExp(SB), NOSPLIT, $0-16
	JMP	math·archExp(SB)

TEXT ·math_archExp2(SB), NOSPLIT, $0-16
	JMP	math·archExp2(SB)

TEXT ·math_archExpm1(SB), NOSPLIT, $0-16
	JMP	math·archExpm1(SB)

TEXT ·math_archFloor(SB), NOSPLIT, $0-16
	JMP	math·archFloor(SB)

TEXT ·math_archLog(SB), NOSPLIT, $0-16
	JMP	math·archLog(SB)

TEXT ·math_archLog10(SB), NOSPLIT, $0-16
	JMP	math·archLog10(SB)

TEXT ·math_archLog1p(SB), NOSPLIT, $0-16
	JMP	math·archLog1p(SB)

TEXT ·math_archSin(SB), NOSPLIT, $0-16
	JMP	math·archSin(SB)

TEXT ·math_archSinh(SB), NOSPLIT, $0-16
	JMP	math·archSinh(SB)

TEXT ·math_archSqrt(SB), NOSPLIT, $0-16
	JMP	math·archSqrt(SB)

TEXT ·math_archTan(SB), NOSPLIT, $0-16
	JMP	math·archTan(SB)

TEXT ·math_archTanh(SB), NOSPLIT, $0-16
	JMP	math·archTanh(SB)

TEXT ·math_archTrunc(SB), NOSPLIT, $0-16
	JMP	math·archTrunc(SB)

TEXT ·math_archAtan2(SB), NOSPLIT, $0-24
	JMP	math·archAtan2(SB)

TEXT ·math_archHypot(SB), NOSPLIT, $0-24
	JMP	math·archHypot(SB)

TEXT ·math_archMax(SB), NOSPLIT, $0-24
	JMP	math·archMax(SB)

TEXT ·math_archMin(SB), NOSPLIT, $0-24
	JMP	math·archMin(SB)

TEXT ·math_archPow(SB), NOSPLIT, $0-24
	JMP	math·archPow(SB)

TEXT ·math_archModf(SB), NOSPLIT, $0-24
	JMP	math·archModf(SB)

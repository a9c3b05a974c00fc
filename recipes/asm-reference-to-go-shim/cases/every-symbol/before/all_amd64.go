package all

import "unsafe"

var _ unsafe.Pointer

func sync_atomic_LoadInt32(*int32) int32

func sync_atomic_StoreInt32(*int32, int32)

func sync_atomic_SwapInt32(*int32, int32) int32

func sync_atomic_CompareAndSwapInt32(*int32, int32, int32) bool

func sync_atomic_AddInt32(*int32, int32) int32

func sync_atomic_AndInt32(*int32, int32) int32

func sync_atomic_OrInt32(*int32, int32) int32

func sync_atomic_LoadInt64(*int64) int64

func sync_atomic_StoreInt64(*int64, int64)

func sync_atomic_SwapInt64(*int64, int64) int64

func sync_atomic_CompareAndSwapInt64(*int64, int64, int64) bool

func sync_atomic_AddInt64(*int64, int64) int64

func sync_atomic_AndInt64(*int64, int64) int64

func sync_atomic_OrInt64(*int64, int64) int64

func sync_atomic_LoadUint32(*uint32) uint32

func sync_atomic_StoreUint32(*uint32, uint32)

func sync_atomic_SwapUint32(*uint32, uint32) uint32

func sync_atomic_CompareAndSwapUint32(*uint32, uint32, uint32) bool

func sync_atomic_AddUint32(*uint32, uint32) uint32

func sync_atomic_AndUint32(*uint32, uint32) uint32

func sync_atomic_OrUint32(*uint32, uint32) uint32

func sync_atomic_LoadUint64(*uint64) uint64

func sync_atomic_StoreUint64(*uint64, uint64)

func sync_atomic_SwapUint64(*uint64, uint64) uint64

func sync_atomic_CompareAndSwapUint64(*uint64, uint64, uint64) bool

func sync_atomic_AddUint64(*uint64, uint64) uint64

func sync_atomic_AndUint64(*uint64, uint64) uint64

func sync_atomic_OrUint64(*uint64, uint64) uint64

func sync_atomic_LoadUintptr(*uintptr) uintptr

func sync_atomic_StoreUintptr(*uintptr, uintptr)

func sync_atomic_SwapUintptr(*uintptr, uintptr) uintptr

func sync_atomic_CompareAndSwapUintptr(*uintptr, uintptr, uintptr) bool

func sync_atomic_AddUintptr(*uintptr, uintptr) uintptr

func sync_atomic_AndUintptr(*uintptr, uintptr) uintptr

func sync_atomic_OrUintptr(*uintptr, uintptr) uintptr

func sync_atomic_LoadPointer(*unsafe.Pointer) unsafe.Pointer

func sync_atomic_StorePointer(*unsafe.Pointer, unsafe.Pointer)

func sync_atomic_SwapPointer(*unsafe.Pointer, unsafe.Pointer) unsafe.Pointer

func sync_atomic_CompareAndSwapPointer(*unsafe.Pointer, unsafe.Pointer, unsafe.Pointer) bool

func runtime_internal_atomic_Load(*uint32) uint32

func runtime_internal_atomic_Store(*uint32, uint32)

func runtime_internal_atomic_Xchg(*uint32, uint32) uint32

func runtime_internal_atomic_Cas(*uint32, uint32, uint32) bool

func runtime_internal_atomic_Load64(*uint64) uint64

func runtime_internal_atomic_Store64(*uint64, uint64)

func runtime_internal_atomic_Xchg64(*uint64, uint64) uint64

func runtime_internal_atomic_Cas64(*uint64, uint64, uint64) bool

func runtime_internal_atomic_Loaduintptr(*uintptr) uintptr

func runtime_internal_atomic_Storeuintptr(*uintptr, uintptr)

func runtime_internal_atomic_Xchguintptr(*uintptr, uintptr) uintptr

func runtime_internal_atomic_Casuintptr(*uintptr, uintptr, uintptr) bool

func runtime_internal_atomic_Xadduintptr(*uintptr, uintptr) uintptr

func runtime_internal_atomic_Xadd(*uint32, int32) uint32

func runtime_internal_atomic_Xadd64(*uint64, int64) uint64

func internal_runtime_atomic_Load(*uint32) uint32

func internal_runtime_atomic_Store(*uint32, uint32)

func internal_runtime_atomic_Xchg(*uint32, uint32) uint32

func internal_runtime_atomic_Cas(*uint32, uint32, uint32) bool

func internal_runtime_atomic_Load64(*uint64) uint64

func internal_runtime_atomic_Store64(*uint64, uint64)

func internal_runtime_atomic_Xchg64(*uint64, uint64) uint64

func internal_runtime_atomic_Cas64(*uint64, uint64, uint64) bool

func internal_runtime_atomic_Loaduintptr(*uintptr) uintptr

func internal_runtime_atomic_Storeuintptr(*uintptr, uintptr)

func internal_runtime_atomic_Xchguintptr(*uintptr, uintptr) uintptr

func internal_runtime_atomic_Casuintptr(*uintptr, uintptr, uintptr) bool

func internal_runtime_atomic_Xadduintptr(*uintptr, uintptr) uintptr

func internal_runtime_atomic_Xadd(*uint32, int32) uint32

func internal_runtime_atomic_Xadd64(*uint64, int64) uint64

func internal_bytealg_IndexByte([]byte, byte) int

func internal_bytealg_IndexByteString(string, byte) int

func internal_bytealg_Index([]byte, []byte) int

func internal_bytealg_IndexString(string, string) int

func internal_bytealg_Compare([]byte, []byte) int

func internal_bytealg_Count([]byte, byte) int

func internal_bytealg_CountString(string, byte) int

func math_archAcos(float64) float64

func math_archAcosh(float64) float64

func math_archAsin(float64) float64

func math_archAsinh(float64) float64

func math_archAtan(float64) float64

func math_archAtanh(float64) float64

func math_archCbrt(float64) float64

func math_archCeil(float64) float64

func math_archCos(float64) float64

func math_archCosh(float64) float64

func math_archErf(float64) float64

func math_archErfc(float64) float64

func math_archExp(float64) float64

func math_archExp2(float64) float64

func math_archExpm1(float64) float64

func math_archFloor(float64) float64

func math_archLog(float64) float64

func math_archLog10(float64) float64

func math_archLog1p(float64) float64

func math_archSin(float64) float64

func math_archSinh(float64) float64

func math_archSqrt(float64) float64

func math_archTan(float64) float64

func math_archTanh(float64) float64

func math_archTrunc(float64) float64

func math_archAtan2(float64, float64) float64

func math_archHypot(float64, float64) float64

func math_archMax(float64, float64) float64

func math_archMin(float64, float64) float64

func math_archPow(float64, float64) float64

func math_archModf(float64) (float64, float64)

package all

import (
	"bytes"
	"math"
	"strings"
	"sync/atomic"
	"unsafe"
)

var _ unsafe.Pointer

func sync_atomic_LoadInt32(x *int32) int32 {
	return atomic.LoadInt32(x)
}

func sync_atomic_StoreInt32(x *int32, x2 int32) {
	atomic.StoreInt32(x, x2)
}

func sync_atomic_SwapInt32(x *int32, x2 int32) int32 {
	return atomic.SwapInt32(x, x2)
}

func sync_atomic_CompareAndSwapInt32(x *int32, x2 int32, x3 int32) bool {
	return atomic.CompareAndSwapInt32(x, x2, x3)
}

func sync_atomic_AddInt32(x *int32, x2 int32) int32 {
	return atomic.AddInt32(x, x2)
}

func sync_atomic_AndInt32(x *int32, x2 int32) int32 {
	return atomic.AndInt32(x, x2)
}

func sync_atomic_OrInt32(x *int32, x2 int32) int32 {
	return atomic.OrInt32(x, x2)
}

func sync_atomic_LoadInt64(x *int64) int64 {
	return atomic.LoadInt64(x)
}

func sync_atomic_StoreInt64(x *int64, x2 int64) {
	atomic.StoreInt64(x, x2)
}

func sync_atomic_SwapInt64(x *int64, x2 int64) int64 {
	return atomic.SwapInt64(x, x2)
}

func sync_atomic_CompareAndSwapInt64(x *int64, x2 int64, x3 int64) bool {
	return atomic.CompareAndSwapInt64(x, x2, x3)
}

func sync_atomic_AddInt64(x *int64, x2 int64) int64 {
	return atomic.AddInt64(x, x2)
}

func sync_atomic_AndInt64(x *int64, x2 int64) int64 {
	return atomic.AndInt64(x, x2)
}

func sync_atomic_OrInt64(x *int64, x2 int64) int64 {
	return atomic.OrInt64(x, x2)
}

func sync_atomic_LoadUint32(x *uint32) uint32 {
	return atomic.LoadUint32(x)
}

func sync_atomic_StoreUint32(x *uint32, x2 uint32) {
	atomic.StoreUint32(x, x2)
}

func sync_atomic_SwapUint32(x *uint32, x2 uint32) uint32 {
	return atomic.SwapUint32(x, x2)
}

func sync_atomic_CompareAndSwapUint32(x *uint32, x2 uint32, x3 uint32) bool {
	return atomic.CompareAndSwapUint32(x, x2, x3)
}

func sync_atomic_AddUint32(x *uint32, x2 uint32) uint32 {
	return atomic.AddUint32(x, x2)
}

func sync_atomic_AndUint32(x *uint32, x2 uint32) uint32 {
	return atomic.AndUint32(x, x2)
}

func sync_atomic_OrUint32(x *uint32, x2 uint32) uint32 {
	return atomic.OrUint32(x, x2)
}

func sync_atomic_LoadUint64(x *uint64) uint64 {
	return atomic.LoadUint64(x)
}

func sync_atomic_StoreUint64(x *uint64, x2 uint64) {
	atomic.StoreUint64(x, x2)
}

func sync_atomic_SwapUint64(x *uint64, x2 uint64) uint64 {
	return atomic.SwapUint64(x, x2)
}

func sync_atomic_CompareAndSwapUint64(x *uint64, x2 uint64, x3 uint64) bool {
	return atomic.CompareAndSwapUint64(x, x2, x3)
}

func sync_atomic_AddUint64(x *uint64, x2 uint64) uint64 {
	return atomic.AddUint64(x, x2)
}

func sync_atomic_AndUint64(x *uint64, x2 uint64) uint64 {
	return atomic.AndUint64(x, x2)
}

func sync_atomic_OrUint64(x *uint64, x2 uint64) uint64 {
	return atomic.OrUint64(x, x2)
}

func sync_atomic_LoadUintptr(x *uintptr) uintptr {
	return atomic.LoadUintptr(x)
}

func sync_atomic_StoreUintptr(x *uintptr, x2 uintptr) {
	atomic.StoreUintptr(x, x2)
}

func sync_atomic_SwapUintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.SwapUintptr(x, x2)
}

func sync_atomic_CompareAndSwapUintptr(x *uintptr, x2 uintptr, x3 uintptr) bool {
	return atomic.CompareAndSwapUintptr(x, x2, x3)
}

func sync_atomic_AddUintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.AddUintptr(x, x2)
}

func sync_atomic_AndUintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.AndUintptr(x, x2)
}

func sync_atomic_OrUintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.OrUintptr(x, x2)
}

func sync_atomic_LoadPointer(x *unsafe.Pointer) unsafe.Pointer {
	return atomic.LoadPointer(x)
}

func sync_atomic_StorePointer(x *unsafe.Pointer, x2 unsafe.Pointer) {
	atomic.StorePointer(x, x2)
}

func sync_atomic_SwapPointer(x *unsafe.Pointer, x2 unsafe.Pointer) unsafe.Pointer {
	return atomic.SwapPointer(x, x2)
}

func sync_atomic_CompareAndSwapPointer(x *unsafe.Pointer, x2 unsafe.Pointer, x3 unsafe.Pointer) bool {
	return atomic.CompareAndSwapPointer(x, x2, x3)
}

func runtime_internal_atomic_Load(x *uint32) uint32 {
	return atomic.LoadUint32(x)
}

func runtime_internal_atomic_Store(x *uint32, x2 uint32) {
	atomic.StoreUint32(x, x2)
}

func runtime_internal_atomic_Xchg(x *uint32, x2 uint32) uint32 {
	return atomic.SwapUint32(x, x2)
}

func runtime_internal_atomic_Cas(x *uint32, x2 uint32, x3 uint32) bool {
	return atomic.CompareAndSwapUint32(x, x2, x3)
}

func runtime_internal_atomic_Load64(x *uint64) uint64 {
	return atomic.LoadUint64(x)
}

func runtime_internal_atomic_Store64(x *uint64, x2 uint64) {
	atomic.StoreUint64(x, x2)
}

func runtime_internal_atomic_Xchg64(x *uint64, x2 uint64) uint64 {
	return atomic.SwapUint64(x, x2)
}

func runtime_internal_atomic_Cas64(x *uint64, x2 uint64, x3 uint64) bool {
	return atomic.CompareAndSwapUint64(x, x2, x3)
}

func runtime_internal_atomic_Loaduintptr(x *uintptr) uintptr {
	return atomic.LoadUintptr(x)
}

func runtime_internal_atomic_Storeuintptr(x *uintptr, x2 uintptr) {
	atomic.StoreUintptr(x, x2)
}

func runtime_internal_atomic_Xchguintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.SwapUintptr(x, x2)
}

func runtime_internal_atomic_Casuintptr(x *uintptr, x2 uintptr, x3 uintptr) bool {
	return atomic.CompareAndSwapUintptr(x, x2, x3)
}

func runtime_internal_atomic_Xadduintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.AddUintptr(x, x2)
}

func runtime_internal_atomic_Xadd(x *uint32, x2 int32) uint32 {
	return atomic.AddUint32(x, uint32(x2))
}

func runtime_internal_atomic_Xadd64(x *uint64, x2 int64) uint64 {
	return atomic.AddUint64(x, uint64(x2))
}

func internal_runtime_atomic_Load(x *uint32) uint32 {
	return atomic.LoadUint32(x)
}

func internal_runtime_atomic_Store(x *uint32, x2 uint32) {
	atomic.StoreUint32(x, x2)
}

func internal_runtime_atomic_Xchg(x *uint32, x2 uint32) uint32 {
	return atomic.SwapUint32(x, x2)
}

func internal_runtime_atomic_Cas(x *uint32, x2 uint32, x3 uint32) bool {
	return atomic.CompareAndSwapUint32(x, x2, x3)
}

func internal_runtime_atomic_Load64(x *uint64) uint64 {
	return atomic.LoadUint64(x)
}

func internal_runtime_atomic_Store64(x *uint64, x2 uint64) {
	atomic.StoreUint64(x, x2)
}

func internal_runtime_atomic_Xchg64(x *uint64, x2 uint64) uint64 {
	return atomic.SwapUint64(x, x2)
}

func internal_runtime_atomic_Cas64(x *uint64, x2 uint64, x3 uint64) bool {
	return atomic.CompareAndSwapUint64(x, x2, x3)
}

func internal_runtime_atomic_Loaduintptr(x *uintptr) uintptr {
	return atomic.LoadUintptr(x)
}

func internal_runtime_atomic_Storeuintptr(x *uintptr, x2 uintptr) {
	atomic.StoreUintptr(x, x2)
}

func internal_runtime_atomic_Xchguintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.SwapUintptr(x, x2)
}

func internal_runtime_atomic_Casuintptr(x *uintptr, x2 uintptr, x3 uintptr) bool {
	return atomic.CompareAndSwapUintptr(x, x2, x3)
}

func internal_runtime_atomic_Xadduintptr(x *uintptr, x2 uintptr) uintptr {
	return atomic.AddUintptr(x, x2)
}

func internal_runtime_atomic_Xadd(x *uint32, x2 int32) uint32 {
	return atomic.AddUint32(x, uint32(x2))
}

func internal_runtime_atomic_Xadd64(x *uint64, x2 int64) uint64 {
	return atomic.AddUint64(x, uint64(x2))
}

func internal_bytealg_IndexByte(x []byte, x2 byte) int {
	return bytes.IndexByte(x, x2)
}

func internal_bytealg_IndexByteString(x string, x2 byte) int {
	return strings.IndexByte(x, x2)
}

func internal_bytealg_Index(x []byte, x2 []byte) int {
	return bytes.Index(x, x2)
}

func internal_bytealg_IndexString(x string, x2 string) int {
	return strings.Index(x, x2)
}

func internal_bytealg_Compare(x []byte, x2 []byte) int {
	return bytes.Compare(x, x2)
}

func internal_bytealg_Count(x []byte, x2 byte) int {
	return bytes.Count(x, []byte{x2})
}

func internal_bytealg_CountString(x string, x2 byte) int {
	return strings.Count(x, string([]byte{x2}))
}

func math_archAcos(x float64) float64 {
	return math.Acos(x)
}

func math_archAcosh(x float64) float64 {
	return math.Acosh(x)
}

func math_archAsin(x float64) float64 {
	return math.Asin(x)
}

func math_archAsinh(x float64) float64 {
	return math.Asinh(x)
}

func math_archAtan(x float64) float64 {
	return math.Atan(x)
}

func math_archAtanh(x float64) float64 {
	return math.Atanh(x)
}

func math_archCbrt(x float64) float64 {
	return math.Cbrt(x)
}

func math_archCeil(x float64) float64 {
	return math.Ceil(x)
}

func math_archCos(x float64) float64 {
	return math.Cos(x)
}

func math_archCosh(x float64) float64 {
	return math.Cosh(x)
}

func math_archErf(x float64) float64 {
	return math.Erf(x)
}

func math_archErfc(x float64) float64 {
	return math.Erfc(x)
}

func math_archExp(x float64) float64 {
	return math.Exp(x)
}

func math_archExp2(x float64) float64 {
	return math.Exp2(x)
}

func math_archExpm1(x float64) float64 {
	return math.Expm1(x)
}

func math_archFloor(x float64) float64 {
	return math.Floor(x)
}

func math_archLog(x float64) float64 {
	return math.Log(x)
}

func math_archLog10(x float64) float64 {
	return math.Log10(x)
}

func math_archLog1p(x float64) float64 {
	return math.Log1p(x)
}

func math_archSin(x float64) float64 {
	return math.Sin(x)
}

func math_archSinh(x float64) float64 {
	return math.Sinh(x)
}

func math_archSqrt(x float64) float64 {
	return math.Sqrt(x)
}

func math_archTan(x float64) float64 {
	return math.Tan(x)
}

func math_archTanh(x float64) float64 {
	return math.Tanh(x)
}

func math_archTrunc(x float64) float64 {
	return math.Trunc(x)
}

func math_archAtan2(x float64, x2 float64) float64 {
	return math.Atan2(x, x2)
}

func math_archHypot(x float64, x2 float64) float64 {
	return math.Hypot(x, x2)
}

func math_archMax(x float64, x2 float64) float64 {
	return math.Max(x, x2)
}

func math_archMin(x float64, x2 float64) float64 {
	return math.Min(x, x2)
}

func math_archPow(x float64, x2 float64) float64 {
	return math.Pow(x, x2)
}

func math_archModf(x float64) (float64, float64) {
	return math.Modf(x)
}

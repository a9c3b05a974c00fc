// The compiler writes go_asm.h anew for each package and target: names of constants, sizes and
// field offsets. What they stand for is not needed to find symbols, so none is defined here.

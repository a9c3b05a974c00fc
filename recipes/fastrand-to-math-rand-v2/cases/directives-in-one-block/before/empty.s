// So that functions may do without a body.

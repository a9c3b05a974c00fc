// Lets functions do without a body.

// nothing here

/* nor here */

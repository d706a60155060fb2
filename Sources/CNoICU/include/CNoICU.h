/* Nothing to call: linking the target is what it is for, see CNoICU.c. */

// Calls of Linux that the C library declares only for _GNU_SOURCE, which the Glibc module does not set.
// Source: syncfs(2), sync_file_range(2), renameat2(2), memfd_create(2).
#pragma once

// Source: statfs(2); the Glibc module leaves the header out.
#include <sys/vfs.h>

int syncfs(int fd);
int sync_file_range(int fd, long long offset, long long length, unsigned int flags);
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
int memfd_create(const char *name, unsigned int flags);

// Source: pidfd_open(2), which the C library of some systems that have it does not wrap; the number is that of
// every architecture.
long syscall(long number, ...);
static inline int tenggat_pidfd_open(int pid) { return (int)syscall(434, (long)pid, 0L); }

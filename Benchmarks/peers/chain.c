// Every chain of a workspace, proved by hand on two threads: the limit that `tenggat periksa buku` is held against.
//
//   cc -O3 -march=native chain.c -lnettle -lpthread -o chain
//   chain RUANG
#include <fcntl.h>
#include <glob.h>
#include <nettle/sha2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { THREADS = 2, LINK = 64 };
static glob_t files;
static atomic_size_t next_file;
static atomic_int failed;

// The hash of bytes, in hexadecimal digits.
static void hash(const void *bytes, size_t length, char *out) {
  static const char digits[] = "0123456789abcdef";
  struct sha256_ctx context;
  uint8_t sum[32];
  nettle_sha256_init(&context);
  nettle_sha256_update(&context, length, bytes);
  nettle_sha256_digest(&context, sizeof sum, sum);
  for (int i = 0; i < 32; i++) out[2 * i] = digits[sum[i] >> 4], out[2 * i + 1] = digits[sum[i] & 15];
}

static void prove(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) { failed = 1; return; }
  char *bytes = malloc(status.st_size), *end = bytes + status.st_size;
  if (read(file, bytes, status.st_size) != status.st_size) failed = 1;
  close(file);
  char code[16], year[8], text[64], chain[LINK];
  const char *name = strrchr(path, '/');
  snprintf(code, sizeof code, "%.8s", name - 8);
  snprintf(year, sizeof year, "%.4s", name + 1);
  hash(text, snprintf(text, sizeof text, "tenggat-buku-1 %s %s", code, year), chain);
  char *line = memchr(bytes, '\n', status.st_size);
  for (line = line ? line + 1 : end; line < end;) {
    char *stop = memchr(line, '\n', end - line);
    if (!stop) break;
    char *comma = stop - LINK - 1;
    // What stands before a row is no longer needed: the link goes there, and both are hashed in one piece.
    memcpy(line - LINK - 1, chain, LINK);
    hash(line - LINK - 1, comma - line + LINK + 1, chain);
    if (comma < line || *comma != ',' || memcmp(chain, comma + 1, LINK)) { failed = 1; break; }
    line = stop + 1;
  }
  free(bytes);
}

static void *work(void *unused) {
  for (size_t i; (i = next_file++) < files.gl_pathc;) prove(files.gl_pathv[i]);
  return unused;
}

int main(int argc, char **argv) {
  char pattern[512];
  if (argc < 2) return 64;
  snprintf(pattern, sizeof pattern, "%s/buku/*/*.csv", argv[1]);
  if (glob(pattern, 0, 0, &files)) return 66;
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) pthread_create(threads + i, 0, work, 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
  return failed ? 65 : 0;
}

// The recap of a country as a C programmer would write it for this one question: the limit that
// `tenggat kepatuhan --menurut semua --csv` is compared with by Scripts/bench. Every chain is proved; the
// rules are those that the made-up country of `Benchmarks negeri` needs, and no others.
//
//   cc -O3 -march=native limit.c -lnettle -lpthread -o limit
//   limit RUANG TAHUN HARI TABEL     TABEL as `Benchmarks tenggat TAHUN RUANG` prints it
#include <fcntl.h>
#include <nettle/sha2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_DUTIES = 128, MAX_UNITS = 400, THREADS = 2 };
typedef struct { char report[16], period[12]; int report_length, period_length, level, due; } Duty;
typedef struct { int first, returned, exempt, due; } State;
typedef struct { long required, submitted, on_time, late, open; } Tally;
typedef struct { long code; Tally tally; int villages, first_village; } Region;

static Duty duties[MAX_DUTIES];
static int duty_count, today, year;
static Region *kecamatan;
static int kecamatan_count;
static int *village_codes;
static const char *folder;
static atomic_int next_kecamatan, failed;

static int days(int y, int m, int d) {
  y -= m <= 2;
  int era = y / 400, yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}
static int number(const char *s, int n) {
  int v = 0;
  while (n--) v = v * 10 + (*s++ - '0');
  return v;
}
static int date(const char *s) { return days(number(s, 4), number(s + 5, 2), number(s + 8, 2)); }

static int duty_of(const char *report, int rl, const char *period, int pl) {
  for (int i = 0; i < duty_count; i++)
    if (duties[i].report_length == rl && duties[i].period_length == pl &&
        !memcmp(duties[i].report, report, rl) && !memcmp(duties[i].period, period, pl))
      return i;
  return -1;
}

typedef struct { char *bytes; size_t capacity; State *states; int *installed; int (*rows)[2]; int row_capacity; } Room;

static int proves(const uint8_t *from, size_t length, const char *stated) {
  static const char digits[] = "0123456789abcdef";
  struct sha256_ctx c;
  uint8_t h[32];
  nettle_sha256_init(&c);
  nettle_sha256_update(&c, length, from);
  nettle_sha256_digest(&c, 32, h);
  for (int i = 0; i < 32; i++)
    if (stated[2 * i] != digits[h[i] >> 4] || stated[2 * i + 1] != digits[h[i] & 15]) return 0;
  return 1;
}

static void seed(char *out, long code) {
  char text[64];
  int n = snprintf(text, sizeof text, "tenggat-buku-1 %02ld.%02ld.%02ld %d", code / 10000,
                   code / 100 % 100, code % 100, year);
  struct sha256_ctx c;
  uint8_t h[32];
  nettle_sha256_init(&c);
  nettle_sha256_update(&c, n, (uint8_t *)text);
  nettle_sha256_digest(&c, 32, h);
  for (int i = 0; i < 32; i++) sprintf(out + 2 * i, "%02x", h[i]);
}

static void count(Tally *t, const State *s, int due) {
  if (s->exempt) return;
  if (s->due) due = s->due;
  t->required++;
  if (s->first && !s->returned) {
    t->submitted++;
    if (s->first <= due) t->on_time++; else t->late++;
  } else t->open++;  // what is open counts alike, overdue or not, gated or not
}

static void judge(Region *k, Room *r) {
  char path[512];
  snprintf(path, sizeof path, "%s/buku/%02ld.%02ld.%02ld/%d.csv", folder, k->code / 10000,
           k->code / 100 % 100, k->code % 100, year);
  int units = k->villages + 1;
  memset(r->states, 0, sizeof(State) * units * duty_count);
  memset(r->installed, 0, sizeof(int) * units);
  int file = open(path, O_RDONLY);
  size_t length = 0;
  if (file >= 0) {
    ssize_t got;
    while ((got = read(file, r->bytes + 65 + length, r->capacity - 65 - length)) > 0) length += got;
    close(file);
  }
  char *p = r->bytes + 65, *end = p + length;
  char first_link[65];
  seed(first_link, k->code);
  first_link[64] = '\n';
  char *line = memchr(p, '\n', length);
  int rows = 0;
  int last_village = 0;
  for (line = line ? line + 1 : end; line < end;) {
    char *stop = memchr(line, '\n', end - line);
    if (!stop) break;
    char *field[15], *q = line;
    int n = 0;
    field[n++] = q;
    while ((q = memchr(q, ',', stop - q))) { q++; if (n < 15) field[n] = q; n++; }
    if (n != 14) { failed = 1; return; }
    char *chain = field[13];
    int good;
    if (rows == 0) {
      char *head = malloc(65 + (chain - 1 - line));
      memcpy(head, first_link, 65);
      memcpy(head + 65, line, chain - 1 - line);
      good = proves((uint8_t *)head, 65 + (chain - 1 - line), chain);
      free(head);
    } else good = proves((uint8_t *)line - 65, chain - 1 - line + 65, chain);
    if (!good || stop - chain != 64) { failed = 1; return; }
    int unit = -1;
    if (field[5] - 1 - field[4] == 8) unit = 0;
    else {
      int code = number(field[4] + 9, 4);
      for (int i = 0; i < k->villages; i++) {
        int at = (last_village + i) % k->villages;
        if (village_codes[k->first_village + at] == code) { unit = at + 1; last_village = at; break; }
      }
    }
    int duty = duty_of(field[5], field[6] - 1 - field[5], field[6], field[7] - 1 - field[6]);
    r->rows[rows][0] = -1;
    if (unit >= 0) {
      char kind = field[3][0];
      int day = field[8] - field[7] > 1 ? date(field[7]) : 0;
      if (kind == 'k' && field[3][1] == 'e' && field[3][2] == 'j') { r->installed[unit] = day; }
      else if (duty >= 0) {
        State *s = r->states + unit * duty_count + duty;
        r->rows[rows][0] = unit * duty_count + duty;
        if (kind == 's') { if (!s->first) s->first = day; s->returned = 0; }
        else if (kind == 'k') s->returned = day <= today;
        else if (field[3][0] == 'b' && field[3][1] == 'e') s->exempt = 1;
        else if (kind == 'p') s->due = day;
        else if (kind == 'b') {
          int target = atoi(field[12] + 1) - 1, slot = r->rows[target][0];
          if (slot >= 0) r->states[slot].first = r->states[slot].returned = 0;
        }
      }
    }
    rows++;
    line = stop + 1;
  }
  for (int u = 0; u < units; u++) {
    for (int d = 0; d < duty_count; d++)
      if ((duties[d].level == 'k') == (u == 0) && duties[d].due)
        count(&k->tally, r->states + u * duty_count + d, duties[d].due);
    if (r->installed[u]) { k->tally.required++; k->tally.open++; }
  }
}

static void *work(void *unused) {
  Room r = {malloc(64 << 20), 64 << 20, malloc(sizeof(State) * MAX_UNITS * MAX_DUTIES),
            malloc(sizeof(int) * MAX_UNITS), malloc(sizeof(int[2]) << 20), 1 << 20};
  for (int i; (i = next_kecamatan++) < kecamatan_count;) judge(kecamatan + i, &r);
  return unused;
}

static void print(const char *level, const char *code, const Tally *t) {
  printf("%s,%s,%ld,%ld,%ld,%ld,%ld,", level, code, t->required, t->submitted, t->on_time, t->late, t->open);
  if (t->required) {
    long p = (t->on_time * 20000 + t->required) / (2 * t->required);
    printf("%ld.%02ld", p / 100, p % 100);
  }
  printf("\n");
}

static void add(Tally *s, const Tally *t) {
  s->required += t->required, s->submitted += t->submitted, s->on_time += t->on_time;
  s->late += t->late, s->open += t->open;
}

int main(int argc, char **argv) {
  if (argc < 5) return 64;
  folder = argv[1], year = atoi(argv[2]), today = date(argv[3]);
  FILE *table = fopen(argv[4], "r");
  char line[512], due[16], level[16];
  while (table && fgets(line, sizeof line, table)) {
    Duty *d = duties + duty_count;
    if (sscanf(line, "%15[^,],%11[^,],%15[^,],%15[^,\n]", d->report, d->period, due, level) != 4) continue;
    d->report_length = strlen(d->report), d->period_length = strlen(d->period);
    d->due = date(due), d->level = level[0];
    duty_count++;
  }
  snprintf(line, sizeof line, "%s/wilayah.csv", folder);
  FILE *regions = fopen(line, "r");
  kecamatan = calloc(10000, sizeof(Region));
  village_codes = malloc(sizeof(int) * 100000);
  int villages = 0;
  while (regions && fgets(line, sizeof line, regions)) {
    int length = strcspn(line, ",");
    if (length == 8) {
      kecamatan[kecamatan_count] = (Region){
          .code = number(line, 2) * 10000L + number(line + 3, 2) * 100 + number(line + 6, 2),
          .first_village = villages};
      kecamatan_count++;
    } else if (length == 13 && (line[9] == '2' || line[9] == '3')) {
      village_codes[villages++] = number(line + 9, 4);
      kecamatan[kecamatan_count - 1].villages++;
    }
  }
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) pthread_create(threads + i, 0, work, 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
  if (failed) return 65;
  char code[64];
  printf("tingkat,kode,wajib,disampaikan,tepat_waktu,terlambat,belum,persen_tepat_waktu\n");
  Tally country = {0};
  for (int i = 0; i < kecamatan_count; i++) {
    long c = kecamatan[i].code;
    snprintf(code, sizeof code, "%02ld.%02ld.%02ld", c / 10000, c / 100 % 100, c % 100);
    print("kecamatan", code, &kecamatan[i].tally);
    add(&country, &kecamatan[i].tally);
  }
  for (int width = 100; width <= 10000; width *= 100)
    for (int i = 0; i < kecamatan_count;) {
      long c = kecamatan[i].code / width;
      Tally sum = {0};
      while (i < kecamatan_count && kecamatan[i].code / width == c) add(&sum, &kecamatan[i++].tally);
      if (width == 100) snprintf(code, sizeof code, "%02ld.%02ld", c / 100, c % 100);
      else snprintf(code, sizeof code, "%02ld", c);
      print(width == 100 ? "kabupaten" : "provinsi", code, &sum);
    }
  print("nasional", "ID", &country);
  return 0;
}

# Writes the exports of a made-up country into a folder: the samples that are named, in turn, under other codes.
#
#   awk -v folder=FOLDER -v count=N -f exports.awk SAMPLE...
#
# N files, the same each time, valid against the same schema. With -v large=BYTES one export more, besar.xml, which has
# so many bytes, with very many desa.

FNR == 1 {
  text[++samples] = ""
  code[samples] = FILENAME
  sub(/^.*\//, "", code[samples])
  code[samples] = substr(code[samples], 1, 8)
}
{ text[samples] = text[samples] $0 "\n" }

function replaced(text, from, to) {
  gsub(/\./, "\\.", from)
  gsub(from, to, text)
  return text
}

END {
  for (number = 0; number < count; number++) {
    sample = 1 + number % samples
    province = 11 + number % 38
    regency = sprintf("%02d.%02d", province, 1 + int(number / 38) % 14)
    kecamatan = sprintf("%s.%02d", regency, 1 + int(number / 532))
    old = code[sample]
    # The whole code first: the others are its beginnings.
    body = replaced(text[sample], old, kecamatan)
    body = replaced(body, "kode=\"" substr(old, 1, 5) "\"", "kode=\"" regency "\"")
    body = replaced(body, "kode=\"" substr(old, 1, 2) "\"", "kode=\"" province "\"")
    file = folder "/" kecamatan ".xml"
    printf "%s", body >file
    close(file)
  }
  if (large) {
    file = folder "/besar.xml"
    place = index(text[1], "  </dokumen_desa>")
    printf "%s", substr(text[1], 1, place - 1) >file
    bytes = length(text[1])
    for (number = 0; bytes < large; number++) {
      desa = sprintf("    <desa kode=\"%02d.%02d.%02d.2%03d\" nama=\"Contoh %d\" ada=\"4\" wajib=\"6\">\n", \
        11 + number % 80, int(number / 80) % 100, int(number / 8000) % 100, int(number / 800000), number)
      for (year = 2021; year < 2025; year++)
        desa = desa "      <dokumen kode=\"LPPDesa\" periode=\"" year "\" triwulan=\"1\" tenggat=\"" year + 1 \
          "-03-31\" status=\"tepat-waktu\" tanggal=\"" year + 1 "-03-30\"/>\n"
      desa = desa "    </desa>\n"
      printf "%s", desa >file
      bytes += length(desa)
    }
    printf "%s", substr(text[1], place) >file
  }
}

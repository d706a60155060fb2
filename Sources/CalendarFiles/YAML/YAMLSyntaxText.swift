/// What is wrong with the text of a file that is no YAML, in words.
enum YAMLSyntaxText {
  /// What the parser says of texts that people write, in Indonesian; the rest has one sentence.
  ///
  /// - Parameter problem: What it says.
  /// - Returns: The words.
  static func text(of problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context", "found unexpected ':'":
      "titik dua di tempat yang salah"
    case "did not find expected key": "di sini seharusnya ada kunci"
    case "could not find expected ':'": "titik dua sesudah kunci tidak ditemukan"
    case "did not find expected ',' or ']'": "tanda ] penutup daftar tidak ditemukan"
    case "did not find expected ',' or '}'": "tanda } penutup tidak ditemukan"
    case "did not find expected '-' indicator": "tanda - butir daftar tidak ditemukan"
    case "but found another document": "satu berkas hanya memuat satu dokumen"
    case "found unexpected end of stream": "tanda kutip tidak ditutup"
    case "found character that cannot start any token":
      "ada huruf yang tidak boleh mengawali nilai (tab, @, %, atau `)"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "ada tab, padahal lekuk baris harus dengan spasi"
    case "block sequence entries are not allowed in this context":
      "tanda - butir daftar harus mulai pada baris baru"
    case "mapping keys are not allowed in this context": "tanda ? di tempat yang salah"
    case "found unexpected document indicator": "tanda kutip tidak ditutup sebelum baris ---"
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      "tanda \\ dalam kutip ganda memulai kode yang tidak dikenal (pakai kutip tunggal)"
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      "sesudah | atau > teksnya harus mulai pada baris baru"
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      "nilai yang diawali * atau & harus dikutip"
    case "did not find expected whitespace or line break", "found undefined tag handle",
      "did not find the expected '>'", "did not find URI escaped octet":
      "nilai yang diawali ! harus dikutip"
    case "did not find expected node content": "di sini seharusnya ada nilai"
    case "did not find expected <document start>": "ada teks sesudah isi berkas berakhir"
    case "found unknown directive name", "could not find expected directive name",
      "did not find expected version number", "did not find expected '!'":
      "baris tidak boleh diawali %"
    case "control characters are not allowed": "ada karakter kendali yang tidak terlihat"
    default: "susunan teks di sini tidak dapat dibaca"
    }
  }
}

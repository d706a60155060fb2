internal import HTTPTypes
internal import Hummingbird
internal import Mustache
internal import NIOCore

/// The templates of the pages, read once.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// The templates by name; those that begin with `bagian-` are parts of others.
  private static let sources: [String: [UInt8]] = [
    "bagian-angka": PackageResources.bagian_angka_mustache,
    "bagian-baris": PackageResources.bagian_baris_mustache,
    "bagian-batang": PackageResources.bagian_batang_mustache,
    "bagian-bergeser": PackageResources.bagian_bergeser_mustache,
    "bagian-berkas": PackageResources.bagian_berkas_mustache,
    "bagian-buku-rusak": PackageResources.bagian_buku_rusak_mustache,
    "bagian-bulan": PackageResources.bagian_bulan_mustache,
    "bagian-daftar": PackageResources.bagian_daftar_mustache,
    "bagian-kalimat": PackageResources.bagian_kalimat_mustache,
    "bagian-kolom": PackageResources.bagian_kolom_mustache,
    "bagian-rangka": PackageResources.bagian_rangka_mustache,
    "bagian-setelan": PackageResources.bagian_setelan_mustache,
    "bagian-rencana": PackageResources.bagian_rencana_mustache,
    "bagian-setahun": PackageResources.bagian_setahun_mustache,
    "bagian-tanda": PackageResources.bagian_tanda_mustache,
    "bagian-tabel": PackageResources.bagian_tabel_mustache,
    "bagian-tercatat": PackageResources.bagian_tercatat_mustache,
    "bagian-teks": PackageResources.bagian_teks_mustache,
    "beku": PackageResources.beku_mustache,
    "beranda": PackageResources.beranda_mustache,
    "bukti": PackageResources.bukti_mustache,
    "coba-saluran": PackageResources.coba_saluran_mustache,
    "desa": PackageResources.desa_mustache,
    "ekspor": PackageResources.ekspor_mustache,
    "galat": PackageResources.galat_mustache,
    "isian": PackageResources.isian_mustache,
    "iku": PackageResources.iku_mustache,
    "iku-satu": PackageResources.iku_satu_mustache,
    "jadwal": PackageResources.jadwal_mustache,
    "kalender": PackageResources.kalender_mustache,
    "kepatuhan": PackageResources.kepatuhan_mustache,
    "kewajiban": PackageResources.kewajiban_mustache,
    "langganan": PackageResources.langganan_mustache,
    "masuk": PackageResources.masuk_mustache,
    "masuk-akun": PackageResources.masuk_akun_mustache,
    "mulai": PackageResources.mulai_mustache,
    "panduan": PackageResources.panduan_mustache,
    "panduan-halaman": PackageResources.panduan_halaman_mustache,
    "pejabat": PackageResources.pejabat_mustache,
    "pengaturan": PackageResources.pengaturan_mustache,
    "pengingat": PackageResources.pengingat_mustache,
    "periksa": PackageResources.periksa_mustache,
    "periksa-berkas": PackageResources.periksa_berkas_mustache,
    "periksa-dahulu": PackageResources.periksa_dahulu_mustache,
    "periksa-isian": PackageResources.periksa_isian_mustache,
    "periksa-mulai": PackageResources.periksa_mulai_mustache,
    "periksa-pengaturan": PackageResources.periksa_pengaturan_mustache,
    "periksa-surat": PackageResources.periksa_surat_mustache,
    "periksa-tabel": PackageResources.periksa_tabel_mustache,
    "rekap": PackageResources.rekap_mustache,
    "riwayat": PackageResources.riwayat_mustache,
    "surat": PackageResources.surat_mustache,
  ]

  /// Reads the templates.
  ///
  /// - Throws: What the parser says of a faulty one.
  init() throws {
    var library = MustacheLibrary()
    for (name, source) in PageTemplates.sources {
      try library.register(String(decoding: source, as: UTF8.self), named: name)
    }
    self.library = library
  }

  /// A page as it is sent.
  struct Page: Sendable {
    let html: ByteBuffer
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]

    /// The answer with it.
    func response(_ status: HTTPResponse.Status = .ok) -> Response {
      Response(status: status, headers: headers, body: ResponseBody(byteBuffer: html))
    }
  }

  /// A page in its frame.
  ///
  /// - Parameters:
  ///   - frame: What stands around it.
  ///   - page: What it shows.
  ///   - template: The name of its template.
  /// - Returns: The page.
  /// - Throws: An `HTTPError` for a name that no template has.
  func page(_ frame: PageFrame, _ page: any Sendable, _ template: String) throws -> Page {
    let sheet: [String: Any] = ["frame": frame, "page": page]
    guard let html = library.render(sheet, withTemplate: template) else {
      throw HTTPError(.internalServerError)
    }
    return Page(html: ByteBuffer(string: html))
  }
}

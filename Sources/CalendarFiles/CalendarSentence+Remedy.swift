package import ComplianceModel
internal import DurableFiles

extension CalendarSentence {
  /// How to mend it.
  package var remedy: Remedy {
    switch self {
    case .unreadable(_, let remedy): remedy
    case .tooLarge: "periksa apakah isinya tertukar dengan berkas lain"
    case .otherEnding: "ganti akhirannya dengan .yaml, huruf kecil semua"
    case .notUTF8: "simpan ulang berkas sebagai UTF-8"
    case .nestedTooDeep: "susun ulang seperti contoh di dokumentasi kalender"
    case .emptyFile: "isi berkas, atau hapus bila tidak dipakai"
    case .anchor: "tulis isinya di tempatnya, atau apit teksnya dengan tanda kutip"
    case .tag: "hapus tandanya, atau apit teksnya dengan tanda kutip"
    case .repeatedKey: "hapus salah satunya"
    case .syntax: "periksa tanda titik dua, lekuk baris, dan tanda kutip di sekitar baris ini"
    case .notAMapping: "tulis sebagai 'kunci: nilai'"
    case .notAList: "tulis tiap butir diawali '- ', atau dalam tanda [ ]"
    case .longList: "bagi daftarnya menjadi beberapa berkas, atau hapus yang tidak dipakai"
    case .notAText: "isi teksnya, atau hapus kuncinya"
    case .notAPerson: "tulis nama petugas yang mencatat"
    case .controlCharacter: "ketik ulang teksnya, jangan disalin dari program lain"
    case .unknownKey(_, let nearest):
      CalendarSentence.meant(
        nearest,
        else: "hapus kunci ini, atau pasang tenggat terbaru bila ditulis versi yang lebih baru")
    case .missingKey(let key): "tambahkan '\(key): ...'"
    case .notANumber: "tulis angkanya saja"
    case .notAChoice(_, let words, let nearest):
      CalendarSentence.meant(nearest, else: "pilih salah satu: \(words.joined(separator: ", "))")
    case .noSuchDate(let text): Remedy(dateRemedy(for: text))
    case .noSuchDayOfYear: "tulis tanggal dan bulan, misalnya 31 Maret"
    case .noSuchMonth: "tulis nama bulan, misalnya Juli"
    case .noSuchRegionCode: "tulis kode bertitik dalam tanda kutip, misalnya \"63.05.12\""
    case .noSuchPart: "pakai S1-S2, TW1-TW4, atau 01-12 sesuai periode laporannya"
    case .emptyValidity: "tukar tanggal 'sejak' dan 'sampai'"
    case .noSource: "sebut undang-undang atau surat yang menetapkannya"
    case .unknownShape: "pakai salah satu bentuk tenggat di dokumentasi kalender"
    case .offsetNeedsOneCount:
      "tulis misalnya { setelah: akhir-periode, hari_kerja: 10 }"
    case .repeatedUnit, .repeatedReport: "gabungkan menjadi satu"
    case .unknownReport(_, let nearest):
      CalendarSentence.meant(nearest, else: "periksa kodenya, atau lengkapi nama dan periodenya")
    case .unknownEvent(_, let nearest):
      CalendarSentence.meant(nearest, else: "daftarkan di bagian 'kejadian'")
    case .unknownDecree: "tambahkan di bagian 'dasar'"
    case .ambiguousAlias: "hapus alias itu dari salah satu laporan"
    case .noRule: "tambahkan 'aturan' dengan tenggat lokalnya, atau 'wajib: tidak'"
    case .twoRulesInForce: "batasi salah satunya dengan 'berlaku: { sejak: ..., sampai: ... }'"
    case .quarterContradicts: "perbaiki tenggat atau triwulannya"
    case .noSuchPeriod: "tulis misalnya 2025, 2026-S1, 2026-TW3, atau 2026-09"
    case .repeatedSetDate: "hapus yang sudah tidak berlaku"
    case .noDateToSet: "hapus entri ini; catat kejadian atau perpanjangannya dalam buku"
    case .periodNotOfReport(_, _, let examples):
      "periodenya misalnya \(examples.joined(separator: ", "))"
    case .unitNotOfReport:
      "sebut kode kecamatan untuk laporan kecamatan, kode desa untuk dokumen desa, atau hapus 'unit'"
    case .dateFarFromPeriod: "periksa tahun tanggal dan periodenya"
    case .dateBeforePeriod: "laporan ini melihat ke belakang; periksa tanggal dan periodenya"
    case .wrongYear: "samakan tahun dan nama berkas"
    case .dateOutsideYear: "pindahkan ke berkas tahunnya"
    case .noWorkingWeek: "tulis misalnya '- { hari: 5, sejak: 2019-01-01 }'"
    case .notAKecamatan:
      "tulis kode kecamatannya, misalnya \"63.05.12\"; tanpa 'unit' berlaku bagi semua"
    case .noSuchStart:
      "tulis tahun, triwulan atau tanggal sejak \(Watch.years.lowerBound), misalnya 2025, 2025-TW4 atau 2025-10-01"
    case .notARegion:
      "tulis kodenya dalam tanda kutip, misalnya \"63\", \"63.05\", atau \"63.05.12\""
    case .notAWatchedUnit: "tulis kode atau nama kecamatan atau desa dari wilayah.csv"
    case .repeatedOfficial:
      "hapus salah satunya, perbaiki tanggal 'sejak', atau sebut kecamatannya dengan 'unit'"
    case .notAPostcode: "tulis lima angkanya, misalnya 71184"
    case .notInWorkspace:
      "salin berkasnya ke ruang kerja, lalu tulis tempatnya di sana, misalnya kop/logo.png"
    case .unknownTerm:
      "tulis tepat satu: kewajiban, dokumen, desa, tiap_desa, tetap, atau target"
    case .keyNotOfTerm: "hapus kunci ini"
    case .noTerm: "pakai 'lengkap'"
    case .notOfVillages: "pakai 'kewajiban' untuk laporan kecamatan dan rekomendasi"
    case .unknownScale(_, let nearest):
      CalendarSentence.meant(nearest, else: "lihat nama berkas di Calendars/skala")
    case .targetNotWhole: "tulis bilangan bulat"
    case .targetOutsideScale: "perbaiki targetnya"
    case .noIndicatorSource: "tambahkan 'hitung', 'gabungan', atau 'sama_dengan'"
    case .twoIndicatorSources: "pilih salah satu"
    case .percentWithoutDenominator: "tambahkan 'penyebut'"
    case .indexFromDocuments: "ganti 'hitung' dengan 'gabungan: terakhir'"
    case .sumOfIndices: "tulis 'gabungan: terakhir'"
    case .surveyWithoutCombination: "tambahkan 'gabungan: terakhir'"
    case .surveyKind: "perbaiki 'jenis' atau 'hasil'"
    case .scaleWithoutElements: "sebut skala yang memuat 'unsur', misalnya skala IKM"
    case .targetOfShare: "hitung penyebutnya dari laporan atau dokumen, atau tulis 'jenis: jumlah'"
    case .repeatedIndicator: "gabungkan menjadi satu"
    case .unknownIndicator(_, let nearest):
      CalendarSentence.meant(nearest, else: "periksa kodenya, atau lengkapi nama dan jenisnya")
    case .notAnIndicatorCode: "pakai huruf dan angka, misalnya H05"
    case .unknownCard(_, let nearest):
      CalendarSentence.meant(nearest, else: "daftarkan di bagian 'kartu'")
    case .sameAsOther: "sebut indikator asalnya, yang jenisnya sama"
    case .signedWording: "hapus kunci ini; cara hitung, target, dan bacaan boleh diganti"
    case .emptyList: "isi daftarnya, atau hapus kuncinya"
    case .keyNotOfChannel: "hapus kunci ini, atau perbaiki 'jenis'"
    case .channelOfPractice:
      "pakai jenis keluaran atau berkas; kantor yang sungguhan memakai ruang kerja sendiri (tenggat mulai)"
    case .heartbeatOfPractice:
      "hapus url-nya, atau sebut berkas; kantor yang sungguhan memakai ruang kerja sendiri (tenggat mulai)"
    case .noSuchHeader: "tulis nama kepala HTTP, misalnya Authorization"
    case .oneOfKeys: "pakai salah satu, hapus yang lain"
    case .noCondition: "tulis misalnya { ok: true }, atau apa-saja"
    case .notACondition: "tulis true, false, angka, teks, 'ada', atau 'tidak-ada'"
    case .noSuchStage: "tulis H-7, H, atau H+1"
    case .noSuchHours: "tulis misalnya 20.00-06.00"
    case .escalationBeforeDue: "tulis H+1 atau sesudahnya"
    case .repeatedChannel: "beri nama lain"
    case .notADecimal: "tulis dengan titik, misalnya 76.61"
    case .wrongName: "samakan nama itu dan nama berkas"
    case .noGrades: "tulis misalnya '- { huruf: A, nama: Sangat Baik, dari: \"88.31\" }'"
    case .repeatedGrade, .repeatedElement, .repeatedStep: "hapus salah satunya"
    case .gradesNotDescending: "urutkan kelas dari yang terbaik"
    case .stepsNotInOrder: "urutkan langkah dari yang pertama dikerjakan"
    case .tooManyElements: "hapus unsur yang berlebih"
    case .elementNotOfScale:
      "hapus kolomnya, beri judul 'no' pada kolom nomor urut, atau sebut \(do: .chooseScale) yang lain"
    case .notAProfileName:
      "pakai huruf kecil, angka, dan tanda hubung, diawali huruf, misalnya dinas-pmd"
    case .notNameOfFolder: "samakan nama itu dan nama folder"
    case .notAFilePattern:
      "tulis misalnya \"{profil}-{kecamatan}-{masa}.xml\": ketiganya harus ada, selain itu hanya huruf, angka, titik, _ dan -"
    case .notASchemaFile:
      "tulis nama berkas di folder profil ini, huruf kecil, misalnya penerima.xsd"
    case .schemaOfText: "hapus kunci ini, atau tulis 'keluaran: xml'"
    case .malformed(let kind): kind.remedy
    case .fieldCount: "samakan jumlahnya; isian yang memuat pemisah harus dikutip"
    case .unknownHeading(_, let nearest):
      CalendarSentence.meant(
        nearest, else: "pakai U1, U2, dan seterusnya, atau layanan; hapus kolom yang lain")
    case .repeatedColumn: "ganti judul salah satunya"
    case .noElementColumn: "beri judul U1, U2, dan seterusnya pada kolom nilai"
    case .columnWithoutHeading: "beri judul kolom itu, atau kosongkan isinya"
    case .notAnAnswer: "tulis angka 1 sampai 4, atau kosongkan bila tidak dijawab"
    case .answersInLetters:
      "kalau a terendah dan d tertinggi, seperti kuesioner PermenPANRB 14/2017, ulangi dengan \(do: .readLetters)"
    case .lettersAmongNumbers: "tulis seluruh kolomnya dengan angka 1 sampai 4"
    case .lettersRead:
      "urutan pilihan kuesioner PermenPANRB 14/2017; periksa bila kuesionernya lain"
    case .noRespondent: "tidak perlu apa-apa bila memang ringkasan tabelnya"
    case .decimalAnswer: "hapus baris rata-ratanya, atau perbaiki jawabannya"
    case .respondentWithoutNumber: "isi nomor atau namanya bila responden, atau hapus barisnya"
    case .serviceNotPlain: "tulis nama layanan dalam satu baris teks biasa (UTF-8)"
    case .noAnswers: "isi satu baris untuk tiap responden"
    case .linesWithoutAnswer: "hapus barisnya, atau isi jawabannya"
    case .respondentsWithoutService:
      "mereka dihitung dalam indeks seluruhnya, tetapi tidak dalam indeks per layanan"
    case .numbersReadAsAnswers: "bila itu judul, tulis U1, U2, dan seterusnya"
    case .moreFindings, .uncountedFindings: "perbaiki yang sudah disebut, lalu periksa lagi"
    }
  }

  private static func meant(_ nearest: String?, else otherwise: Remedy) -> Remedy {
    nearest.map { "mungkin maksudnya '\($0)'" } ?? otherwise
  }
}

extension CSVFault.Kind {
  fileprivate var remedy: Remedy {
    switch self {
    case .quoteInsideField: "kutip seluruh isian, dan gandakan tanda kutip di dalamnya"
    case .textAfterQuote: "hapus teks itu, atau gandakan tanda kutipnya"
    case .unclosedQuote: "tutup tanda kutipnya"
    case .rowTooLong: "periksa apakah berkas ini sungguh tabel CSV"
    }
  }
}

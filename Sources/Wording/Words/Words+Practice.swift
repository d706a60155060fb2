extension Words {
  /// What says of a workspace that it is for practice.
  package static let practice =
    "RUANG KERJA LATIHAN: semua isinya karangan, dan tidak ada pengingat yang dikirim."
}

<?xml version="1.0" encoding="UTF-8"?>
<!-- Jumlah dan persentase sekecamatan. Persentase dihitung dari jumlah, tidak pernah dari rata-rata persentase. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:k="urn:tenggat:kepatuhan:1" exclude-result-prefixes="k">
  <xsl:output method="xml" encoding="ISO-8859-1" indent="yes"/>

  <xsl:template match="/k:kepatuhan">
    <rekapitulasi tahun="{@tahun}" per_tanggal="{@per_tanggal}">
      <xsl:copy-of select="@triwulan"/>
      <provinsi><xsl:value-of select="k:wilayah/k:provinsi"/></provinsi>
      <kabupaten><xsl:value-of select="k:wilayah/k:kabupaten"/></kabupaten>
      <kecamatan kode="{k:wilayah/k:kecamatan/@kode}">
        <xsl:value-of select="k:wilayah/k:kecamatan"/>
      </kecamatan>
      <xsl:call-template name="kelompok">
        <xsl:with-param name="nama" select="'laporan kecamatan'"/>
        <xsl:with-param name="isi" select="k:laporan_kecamatan/k:laporan"/>
      </xsl:call-template>
      <xsl:call-template name="kelompok">
        <xsl:with-param name="nama" select="'dokumen desa'"/>
        <xsl:with-param name="isi" select="k:dokumen_desa/k:desa/k:dokumen"/>
      </xsl:call-template>
      <xsl:call-template name="kelompok">
        <xsl:with-param name="nama" select="'rekomendasi ADD'"/>
        <xsl:with-param name="isi" select="k:rekomendasi_add/k:rekomendasi"/>
      </xsl:call-template>
      <seluruhnya wajib="{k:ringkasan/@wajib}" tepat_waktu="{k:ringkasan/@tepat_waktu}">
        <xsl:if test="k:ringkasan/@persen_tepat_waktu">
          <xsl:value-of select="translate(k:ringkasan/@persen_tepat_waktu, '.', ',')"/>
        </xsl:if>
      </seluruhnya>
    </rekapitulasi>
  </xsl:template>

  <xsl:decimal-format name="id" decimal-separator="," grouping-separator="."/>

  <!-- Yang dibebaskan tidak dihitung; tanpa kewajiban tidak ada persentase, bukan nol. -->
  <xsl:template name="kelompok">
    <xsl:param name="nama"/>
    <xsl:param name="isi"/>
    <xsl:variable name="wajib" select="count($isi[@status != 'dibebaskan'])"/>
    <xsl:variable name="tepat" select="count($isi[@status = 'tepat-waktu'])"/>
    <kelompok nama="{$nama}" wajib="{$wajib}" tepat_waktu="{$tepat}"
      terlambat="{count($isi[@status = 'terlambat'])}" belum="{count($isi[@status = 'lewat' or @status = 'segera' or @status = 'menunggu'])}">
      <xsl:if test="$wajib &gt; 0">
        <xsl:value-of select="format-number(floor($tepat * 10000 div $wajib + 0.5) div 100, '0,00', 'id')"/>
      </xsl:if>
    </kelompok>
  </xsl:template>
</xsl:stylesheet>

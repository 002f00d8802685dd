package vn.lantoa.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written part by part, as no library would write it: the least that is one.
final class BareWorkbook {

  private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private BareWorkbook() {}

  /// @param rows the elements within `sheetData`
  /// @param texts the shared ones: elements `si`
  static void write(Path file, String rows, String texts) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
            <Default Extension='xml' ContentType='application/xml'/>
            <Override PartName='/xl/workbook.xml' ContentType='%1$s.sheet.main+xml'/>
            <Override PartName='/xl/sharedStrings.xml' ContentType='%1$s.sharedStrings+xml'/>
          </Types>\
          """
              .formatted(TYPES));
      part(
          zip,
          "_rels/.rels",
          relations("<Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/>"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"
              .formatted(MAIN, OFFICE));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              "<Relationship Id='r1' Type='%1$s/worksheet' Target='worksheets/sheet1.xml'/>"
                  + "<Relationship Id='r2' Type='%1$s/sharedStrings' Target='sharedStrings.xml'/>"));
      part(zip, "xl/sharedStrings.xml", "<sst xmlns='%s'>%s</sst>".formatted(MAIN, texts));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    }
  }

  private static String relations(String relations) {
    return "<Relationships xmlns='%s'>%s</Relationships>"
        .formatted(PACKAGE, relations.formatted(OFFICE));
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}

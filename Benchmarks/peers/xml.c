// One document a kecamatan with libxml2's text writer, and nothing else: no ledger is read, no chain proved, nothing
// judged, no schema asked. What `tenggat ekspor xml` over all kecamatan of a country is held against.
//
//   cc -O3 -march=native $(pkg-config --cflags libxml-2.0) xml.c -lxml2 -o xml
//   xml SAMPLE.xml COUNT FOLDER [durable]     durable: each file is synced before it gets its name, as ours are
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void element(xmlTextWriterPtr writer, xmlNodePtr node) {
  xmlTextWriterStartElement(writer, node->name);
  if (node->nsDef) xmlTextWriterWriteAttribute(writer, BAD_CAST "xmlns", node->nsDef->href);
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
    xmlTextWriterWriteAttribute(writer, attribute->name, attribute->children ? attribute->children->content : BAD_CAST "");
  for (xmlNodePtr child = node->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) element(writer, child);
    if (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child)) xmlTextWriterWriteString(writer, child->content);
  }
  xmlTextWriterEndElement(writer);
}

int main(int argc, char **argv) {
  if (argc < 4) return 64;
  xmlDocPtr sample = xmlReadFile(argv[1], 0, XML_PARSE_NOBLANKS);
  if (!sample) return 66;
  int folder = open(argv[3], O_RDONLY | O_DIRECTORY);
  if (folder < 0) return 66;
  for (int number = 0, count = atoi(argv[2]); number < count; number++) {
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    xmlTextWriterSetIndent(writer, 1);
    xmlTextWriterSetIndentString(writer, BAD_CAST "  ");
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", 0);
    element(writer, xmlDocGetRootElement(sample));
    xmlTextWriterEndDocument(writer);
    xmlFreeTextWriter(writer);
    char name[32];
    snprintf(name, sizeof name, "%06d.xml", number);
    int file = openat(folder, ".sementara", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    size_t length = xmlBufferLength(buffer);
    if (write(file, xmlBufferContent(buffer), length) != (ssize_t)length) return 74;
    if (argc > 4 && fsync(file)) return 74;
    close(file);
    if (renameat(folder, ".sementara", folder, name)) return 74;
    if (argc > 4 && fsync(folder)) return 74;
    xmlBufferFree(buffer);
  }
  return 0;
}

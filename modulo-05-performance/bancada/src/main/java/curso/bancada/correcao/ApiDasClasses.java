package curso.bancada.correcao;

import java.lang.classfile.Attributes;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// O que outro arquivo, ao ser compilado, vê de um conjunto de classes: nomes, tipos, exceções e constantes.
///
/// Dois conjuntos com a mesma API servem ao mesmo código já compilado. Ficam de fora os corpos dos métodos, o que é privado, e as
/// classes locais e anônimas. Na dúvida, duas APIs são diferentes: o custo é só compilar de novo.
record ApiDasClasses(Map<String, String> porClasse) {

    /// O que o javac põe nas marcas de um método e não muda quem o chama.
    private static final int SO_DE_DENTRO = ClassFile.ACC_SYNCHRONIZED | ClassFile.ACC_NATIVE;

    ApiDasClasses {
        porClasse = Map.copyOf(porClasse);
    }

    static ApiDasClasses de(Map<String, byte[]> classes) {
        Map<String, String> porClasse = new HashMap<>();
        classes.forEach((nome, bytes) -> {
            ClassModel modelo = ClassFile.of().parse(bytes);
            if (temNome(modelo)) {
                porClasse.put(nome, descrever(modelo));
            }
        });
        return new ApiDasClasses(porClasse);
    }

    private static boolean temNome(ClassModel modelo) {
        return modelo.findAttribute(Attributes.enclosingMethod()).isEmpty();
    }

    private static String descrever(ClassModel c) {
        Stream<String> membros = Stream.concat(
                c.fields().stream().filter(f -> visivel(f.flags().flagsMask())).map(ApiDasClasses::descrever),
                c.methods().stream().filter(m -> visivel(m.flags().flagsMask())).map(ApiDasClasses::descrever));
        return Stream.concat(Stream.of(cabecalho(c)), membros.sorted()).collect(Collectors.joining("\n"));
    }

    private static String cabecalho(ClassModel c) {
        return String.join(" ",
                marcas(c),
                c.superclass().map(ClassEntry::asInternalName).orElse(""),
                nomes(c.interfaces()),
                assinatura(c),
                c.findAttribute(Attributes.permittedSubclasses()).map(p -> nomes(p.permittedSubclasses())).orElse("aberta"),
                c.findAttribute(Attributes.record()).map(r -> r.components().stream()
                        .map(x -> x.descriptor() + ":" + x.name() + assinatura(x)).toList().toString()).orElse(""));
    }

    /// As marcas da própria classe e as que a declaração aninhada lhe dá: só estas dizem «private», «static» e «protected».
    private static String marcas(ClassModel c) {
        int daDeclaracao = c.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(i -> i.classes().stream())
                .filter(i -> i.innerClass().equals(c.thisClass()))
                .mapToInt(InnerClassInfo::flagsMask).findFirst().orElse(0);
        return c.flags().flagsMask() + "/" + daDeclaracao;
    }

    private static String descrever(FieldModel f) {
        return String.join(" ", "campo", String.valueOf(f.flags().flagsMask()), f.fieldName().stringValue(), f.fieldType().stringValue(),
                assinatura(f), f.findAttribute(Attributes.constantValue()).map(v -> v.constant().constantValue().toString()).orElse(""));
    }

    private static String descrever(MethodModel m) {
        return String.join(" ", "método", String.valueOf(m.flags().flagsMask() & ~SO_DE_DENTRO), m.methodName().stringValue(),
                m.methodType().stringValue(), assinatura(m),
                m.findAttribute(Attributes.exceptions()).map(e -> nomes(e.exceptions())).orElse(""));
    }

    private static boolean visivel(int marcas) {
        return (marcas & (ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC)) == 0;
    }

    private static String assinatura(AttributedElement elemento) {
        return elemento.findAttribute(Attributes.signature()).map(s -> s.signature()).map(Utf8Entry::stringValue).orElse("");
    }

    private static String nomes(List<ClassEntry> classes) {
        return classes.stream().map(ClassEntry::asInternalName).collect(Collectors.joining(","));
    }
}

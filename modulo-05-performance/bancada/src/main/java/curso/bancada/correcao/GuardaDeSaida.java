package curso.bancada.correcao;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.stream.StreamSupport;

/// Troca, no bytecode do aluno, as chamadas que encerram a JVM por [SaidaProibida].
final class GuardaDeSaida {

    private static final ClassDesc SAIDA = ClassDesc.of(SaidaProibida.class.getName());
    private static final MethodTypeDesc ESTATICA =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc DE_RUNTIME =
            MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.lang.Runtime"), ConstantDescs.CD_int);

    // As classes do aluno ainda não foram carregadas: para juntar quadros basta saber que são objetos.
    private static final ClassHierarchyResolver HIERARQUIA = ClassHierarchyResolver.defaultResolver()
            .orElse(_ -> ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object));

    private GuardaDeSaida() {}

    /// Devolve a classe sem chamadas que encerrem a JVM; os mesmos bytes, se não havia nenhuma.
    static byte[] proteger(byte[] classe) {
        ClassFile arquivo = arquivo();
        ClassModel modelo = arquivo.parse(classe);
        if (!encerraJvm(modelo)) {
            return classe;
        }
        return arquivo.transformClass(modelo, ClassTransform.transformingMethodBodies(GuardaDeSaida::trocar));
    }

    /// Lê e escreve classes do aluno sem as carregar.
    static ClassFile arquivo() {
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(HIERARQUIA));
    }

    private static boolean encerraJvm(ClassModel modelo) {
        return StreamSupport.stream(modelo.constantPool().spliterator(), false)
                .anyMatch(e -> e instanceof MemberRefEntry m && (saidaEstatica(m) || saidaDeRuntime(m)));
    }

    private static void trocar(CodeBuilder codigo, CodeElement elemento) {
        if (elemento instanceof InvokeInstruction chamada && saidaEstatica(chamada.method())) {
            codigo.invokestatic(SAIDA, "sair", ESTATICA);
        } else if (elemento instanceof InvokeInstruction chamada && saidaDeRuntime(chamada.method())) {
            codigo.invokestatic(SAIDA, "sair", DE_RUNTIME);
        } else {
            codigo.with(elemento);
        }
    }

    private static boolean saidaEstatica(MemberRefEntry m) {
        return m.owner().name().equalsString("java/lang/System") && m.name().equalsString("exit");
    }

    private static boolean saidaDeRuntime(MemberRefEntry m) {
        return m.owner().name().equalsString("java/lang/Runtime")
                && (m.name().equalsString("exit") || m.name().equalsString("halt"));
    }
}

package curso.bancada.correcao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Alarga as janelas de corrida de uma classe: entre dois acessos ao que as threads dividem, sorteia uma pausa.
///
/// Entre conferir e agir há nanossegundos; por sorte, quase nenhuma execução os acerta. Numa cópia da classe, cada acesso
/// a um campo ou a uma posição de array e cada chamada a `java.util.concurrent` ganha antes uma pausa sorteada, e cada
/// `new ArrayList` vira uma [ListaComPausa]. O código certo continua certo, só que mais lento; o que conferia num passo e
/// agia em outro erra em poucas tentativas.
public final class Intercalacao {

    private static final ClassDesc AQUI = ClassDesc.of(Intercalacao.class.getName());
    private static final ClassDesc LISTA = ClassDesc.of(ListaComPausa.class.getName());
    private static final String ARRAY_LIST = "java/util/ArrayList";
    private static final MethodTypeDesc SEM_NADA = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final Duration PAUSA_MAXIMA = Duration.ofNanos(400_000);
    private static final long PASSO_DO_SORTEIO = 0x9E3779B97F4A7C15L;
    private static final AtomicLong SORTEIO = new AtomicLong(42);

    private Intercalacao() {}

    /// Devolve uma cópia de `original` com as pausas; quem a usa chega a ela por reflexão, porque é outra classe.
    public static Class<?> copia(Class<?> original) {
        try {
            return new Copiador(original).loadClass(original.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a classe " + original.getName() + " não pôde ser copiada", e);
        }
    }

    /// Chamado pelo código copiado, não por gente: metade das vezes segue, metade dorme um pouco.
    public static void ponto() {
        long sorteado = misturar(SORTEIO.addAndGet(PASSO_DO_SORTEIO));
        if ((sorteado & 1) == 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos((sorteado >>> 1) % PAUSA_MAXIMA.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long misturar(long z) {
        long meio = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return meio ^ (meio >>> 27);
    }

    static byte[] comPausas(byte[] classe) {
        ClassFile arquivo = GuardaDeSaida.arquivo();
        ClassModel modelo = arquivo.parse(classe);
        // O construtor de uma subclasse de ArrayList chama o do ArrayList: trocá-lo deixaria a classe inválida.
        boolean eLista = modelo.superclass().filter(s -> s.name().equalsString(ARRAY_LIST)).isPresent();
        byte[] comListas = eLista ? classe : arquivo.transformClass(modelo, ClassTransform.transformingMethodBodies(Intercalacao::trocarLista));
        return arquivo.transformClass(arquivo.parse(comListas), ClassTransform.transformingMethodBodies(
                // Num construtor, antes da chamada ao de cima, não há o que dividir; as pausas ali não mudariam nada.
                metodo -> !metodo.methodName().equalsString(ConstantDescs.INIT_NAME), Intercalacao::pausar));
    }

    private static void pausar(CodeBuilder codigo, CodeElement elemento) {
        boolean dividido = elemento instanceof FieldInstruction
                || elemento instanceof ArrayLoadInstruction || elemento instanceof ArrayStoreInstruction
                || elemento instanceof InvokeInstruction chamada && chamada.owner().name().stringValue().startsWith("java/util/concurrent/");
        if (dividido) {
            codigo.invokestatic(AQUI, "ponto", SEM_NADA);
        }
        codigo.with(elemento);
    }

    private static void trocarLista(CodeBuilder codigo, CodeElement elemento) {
        if (elemento instanceof NewObjectInstruction novo && novo.className().name().equalsString(ARRAY_LIST)) {
            codigo.new_(LISTA);
        } else if (elemento instanceof InvokeInstruction chamada && chamada.owner().name().equalsString(ARRAY_LIST)
                && chamada.name().equalsString(ConstantDescs.INIT_NAME)) {
            codigo.invokespecial(LISTA, ConstantDescs.INIT_NAME, chamada.typeSymbol());
        } else {
            codigo.with(elemento);
        }
    }

    /// Define de novo as classes do pacote da original; tudo o mais, inclusive esta classe, vem de quem carregou a original.
    private static final class Copiador extends ClassLoader {

        private final String pacote;

        Copiador(Class<?> original) {
            super(original.getClassLoader());
            this.pacote = original.getPackageName() + ".";
        }

        @Override
        protected Class<?> loadClass(String nome, boolean resolver) throws ClassNotFoundException {
            if (!nome.startsWith(pacote)) {
                return super.loadClass(nome, resolver);
            }
            synchronized (getClassLoadingLock(nome)) {
                Class<?> carregada = findLoadedClass(nome);
                return carregada != null ? carregada : definir(nome);
            }
        }

        private Class<?> definir(String nome) throws ClassNotFoundException {
            try (var bytes = getParent().getResourceAsStream(nome.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(nome);
                }
                byte[] pronta = comPausas(GuardaDeSaida.proteger(bytes.readAllBytes()));
                return defineClass(nome, pronta, 0, pronta.length);
            } catch (IOException e) {
                throw new UncheckedIOException("não foi possível ler a classe " + nome, e);
            }
        }
    }
}

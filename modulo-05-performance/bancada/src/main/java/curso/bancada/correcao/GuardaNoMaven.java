package curso.bancada.correcao;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Protege o `mvn test` contra `System.exit` no código do aluno.
///
/// O Surefire carrega as classes por conta própria; por isso a troca é feita por um agente. Só age com
/// `-Dcurso.correcao.guarda=true`, que o pom dos exercícios define.
public final class GuardaNoMaven implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession sessao) {
        if (Boolean.getBoolean("curso.correcao.guarda")) {
            ByteBuddyAgent.install().addTransformer(new Transformador());
        }
    }

    private static final class Transformador implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader carregador, String nome, Class<?> classe, ProtectionDomain dominio,
                byte[] bytes) {
            return nome != null && nome.startsWith("exercicios/") ? GuardaDeSaida.proteger(bytes) : null;
        }
    }
}

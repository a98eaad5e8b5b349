package curso.bancada.servicos;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;

/// O processo do broker: um Apache Qpid em memória, numa porta livre de 127.0.0.1, que escreve em `porta` onde escuta.
///
/// Não executa no processo do aluno: abriria nele dezenas de threads que não são daemon, e elas apareceriam nas medidas.
final class ProcessoDoBroker {
    static final String USUARIO = "curso";
    static final String SENHA = "CURSO_SENHA_DO_BROKER";
    static final String ARQUIVO_DA_PORTA = "porta";
    private static final String CONFIGURACAO = """
            {
              "name": "curso",
              "modelVersion": "9.1",
              "authenticationproviders": [{
                "name": "contas", "type": "Plain", "secureOnlyMechanisms": [],
                "users": [{"name": "%s", "type": "managed", "password": "%s"}]
              }],
              "ports": [{
                "name": "amqp", "port": 0, "bindingAddress": "127.0.0.1", "protocols": ["AMQP_0_9_1"], "authenticationProvider": "contas",
                "virtualhostaliases": [{"name": "padrao", "type": "defaultAlias"}, {"name": "nome", "type": "nameAlias"}]
              }],
              "virtualhostnodes": [{
                "name": "curso", "type": "Memory", "defaultVirtualHostNode": "true",
                "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"
              }]
            }
            """;

    private ProcessoDoBroker() {}

    /// @param args a pasta de trabalho
    public static void main(String[] args) throws Exception {
        Path pasta = Path.of(args[0]);
        var ouvinte = new Ouvinte();
        new SystemLauncher(ouvinte).startup(atributos(CONFIGURACAO.formatted(USUARIO, System.getenv(SENHA)), pasta));
        // Por troca de nome: quem espera pelo arquivo nunca o lê pela metade.
        Path rascunho = Files.writeString(pasta.resolve("porta.rascunho"), "" + ouvinte.porta());
        Files.move(rascunho, pasta.resolve(ARQUIVO_DA_PORTA), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Object> atributos(String configuracao, Path pasta) {
        // Um endereço «data:» dispensa um arquivo com a senha.
        String emBase64 = Base64.getEncoder().encodeToString(configuracao.getBytes(StandardCharsets.UTF_8));
        return Map.of("type", "Memory", "startupLoggedToSystemOut", false, "initialConfigurationLocation", "data:application/json;base64," + emBase64,
                "context", Map.of("qpid.work_dir", pasta.toString(), "qpid.broker.defaultPreferenceStoreAttributes", "{\"type\": \"Noop\"}"));
    }

    /// Guarda o que o broker abriu, para perguntar em que porta.
    private static final class Ouvinte extends DefaultSystemLauncherListener {
        private SystemConfig<?> sistema;

        @Override
        public void onContainerResolve(SystemConfig<?> resolvido) {
            sistema = resolvido;
        }

        int porta() {
            return sistema.getContainer().getChildren(Port.class).iterator().next().getBoundPort();
        }
    }
}

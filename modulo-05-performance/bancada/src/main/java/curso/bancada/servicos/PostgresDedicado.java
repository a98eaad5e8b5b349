package curso.bancada.servicos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Um PostgreSQL só de quem o pede, que se pode matar e reiniciar sobre os mesmos dados e na mesma porta.
///
/// Como todo serviço da bancada, não sobrevive a este processo; os dados duram até `close()`, ou até este processo morrer.
public final class PostgresDedicado implements AutoCloseable {
    private static final Duration PRAZO_PARA_MORRER = Duration.ofSeconds(10);

    private final PostgresEmbutido embutido;
    private volatile PostgresEmbutido.Vida vida;

    private PostgresDedicado(PostgresEmbutido embutido, PostgresEmbutido.Vida vida) {
        this.embutido = embutido;
        this.vida = vida;
    }

    /// Inicia um servidor com estas opções e um banco vazio com este nome.
    public static PostgresDedicado iniciar(OpcoesDoPostgres opcoes, String banco) {
        Cache cache = Cache.doAmbiente(System.getenv(), System.err::println);
        try {
            var embutido = PostgresEmbutido.com(cache, opcoes);
            var nova = embutido.nascer();
            try {
                criar(banco, nova.endereco());
            } catch (FalhaDeServico e) {
                nova.encerrar();
                throw e;
            }
            return new PostgresDedicado(embutido, new PostgresEmbutido.Vida(nova.guardiao(), nova.pasta(), nova.endereco().comBanco(banco)));
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("iniciar o PostgreSQL", cache.raiz(), e);
        }
    }

    private static void criar(String banco, EnderecoDoPostgres endereco) {
        try (var conexao = endereco.dataSource().getConnection(); var comando = conexao.createStatement()) {
            comando.execute("create database " + comando.enquoteIdentifier(banco, true));
        } catch (SQLException e) {
            throw new FalhaDeServico("O banco «%s» não foi criado (%s): %s".formatted(banco, endereco, e.getMessage()),
                    "o servidor acabou de iniciar e devia aceitar o comando", "tente de novo; se repetir, ./curso diagnostico", e);
        }
    }

    /// `kill -9` no processo principal: nada do que estava em curso termina. Volta quando ele e os que atendiam conexões se foram.
    public synchronized void matar() {
        Guardiao guardiao = vida.guardiao();
        Optional<ProcessHandle> principal = ProcessHandle.of(guardiao.pid());
        List<ProcessHandle> filhos = principal.map(p -> p.descendants().toList()).orElse(List.of());
        principal.ifPresent(ProcessHandle::destroyForcibly);
        guardiao.fim().orTimeout(PRAZO_PARA_MORRER.toMillis(), TimeUnit.MILLISECONDS).join();
        // Enquanto um deles usa a memória compartilhada, o servidor novo recusa os dados.
        filhos.forEach(filho -> filho.onExit().orTimeout(PRAZO_PARA_MORRER.toMillis(), TimeUnit.MILLISECONDS).join());
    }

    /// Inicia de novo um servidor morto, sobre os mesmos dados e na mesma porta; ele se recupera pelo WAL. Volta quando aceita conexões.
    public synchronized void reiniciar() {
        if (vida.guardiao().vivo()) {
            throw new IllegalStateException("O PostgreSQL (pid %d) está vivo; só se reinicia um servidor morto; chame matar() antes".formatted(pid()));
        }
        try {
            vida = embutido.renascer(vida);
        } catch (IOException e) {
            throw new FalhaDeServico("O PostgreSQL não voltou sobre os mesmos dados: " + e.getMessage(),
                    "depois de um kill -9 ele se recupera pelo WAL", "confira o espaço em disco e o registro acima", e);
        }
    }

    public boolean vivo() {
        return vida.guardiao().vivo();
    }

    /// O código de saída do servidor de agora, quando ele acaba (128 + sinal se um sinal o matou).
    public CompletableFuture<Integer> fim() {
        return vida.guardiao().fim();
    }

    public long pid() {
        return vida.guardiao().pid();
    }

    public int porta() {
        return vida.endereco().porta();
    }

    /// O endereço JDBC do banco, sem usuário nem senha.
    public String url() {
        return vida.endereco().jdbc();
    }

    public String usuario() {
        return vida.endereco().usuario();
    }

    public String senha() {
        return vida.endereco().senha();
    }

    /// O que o servidor escreveu até agora.
    public String registro() {
        return vida.guardiao().saida();
    }

    /// O mesmo banco, para quem quer perguntar algo direto a ele; fechar não o apaga.
    public Banco banco() {
        return new Banco(vida.endereco(), () -> {});
    }

    @Override
    public synchronized void close() {
        vida.encerrar();
    }
}

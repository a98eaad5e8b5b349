package rinha.arena.sistema;

import curso.bancada.servicos.Comando;
import curso.bancada.servicos.PostgresDedicado;
import curso.bancada.servicos.Rede;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import rinha.arena.orcamento.Cerca;

/// Monta o comando de cada serviço, a partir da receita.
final class FabricaDeServicos {
    /// O prazo de encerramento dos programas é de 10 s, mais o dreno.
    private static final Duration PACIENCIA = Duration.ofSeconds(12);

    private final Receita receita;
    private final Oficina oficina;
    private final Cerca cerca;
    private final Path pasta;
    private final CompletableFuture<String> morte;

    FabricaDeServicos(Receita receita, Oficina oficina, Cerca cerca, Path pasta, CompletableFuture<String> morte) {
        this.receita = receita;
        this.oficina = oficina;
        this.cerca = cerca;
        this.pasta = pasta;
        this.morte = morte;
    }

    Servico api(int numero, Optional<PostgresDedicado> postgres) {
        String nome = "api" + numero;
        int porta = Rede.portaLivre();
        // Morto por kill −9, o driver do SQLite não apaga a biblioteca nativa que extraiu: ela some com a nossa pasta.
        var linha = oficina.java(oficina.credito(), List.of("-Dorg.sqlite.tmpdir=" + pasta));
        var comando = comando(nome, linha, oficina.credito().getParent()).comAmbiente(ambiente(porta, postgres));
        return new Servico(nome, comando, porta, "/ready", morte);
    }

    private Map<String, String> ambiente(int porta, Optional<PostgresDedicado> postgres) {
        var ambiente = ComposeDaRinha.ler(oficina.infra("docker-compose.yml")).ambienteDaApi(System.getenv());
        ambiente.put("CREDITO_ENDERECO", "127.0.0.1");
        ambiente.put("CREDITO_PORTA", "" + porta);
        if (receita.fria()) {
            ambiente.remove("CREDITO_AQUECIMENTO_MS");
        }
        ambiente.put("CREDITO_ARMAZENAMENTO", Receita.nome(receita.armazenamento()));
        ambiente.put("CREDITO_ESCRITA", Receita.nome(receita.escrita()));
        postgres.ifPresentOrElse(p -> {
            ambiente.put("CREDITO_POSTGRES_URL", p.url());
            ambiente.put("CREDITO_POSTGRES_USUARIO", p.usuario());
            ambiente.put("CREDITO_POSTGRES_SENHA", p.senha());
        }, () -> ambiente.put("CREDITO_SQLITE_ARQUIVO", pasta.resolve("credito.db").toString()));
        return ambiente;
    }

    Servico balanceador(List<Integer> instancias) {
        int porta = receita.porta() == 0 ? Rede.portaLivre() : receita.porta();
        var linha = receita.balanceador() == Receita.Balanceador.JAVA ? java(porta, instancias) : nginx(porta, instancias);
        return new Servico("balanceador", comando("balanceador", linha, oficina.balanceador().getParent()), porta, "/clientes/1/extrato", morte);
    }

    private List<String> java(int porta, List<Integer> instancias) {
        return oficina.java(oficina.balanceador(), List.of(), "--porta=" + porta, "--admin-porta=" + Rede.portaLivre(),
                "--servidores=" + instancias.stream().map(p -> "127.0.0.1:" + p).collect(Collectors.joining(",")));
    }

    private List<String> nginx(int porta, List<Integer> instancias) {
        try {
            Path conf = Files.writeString(pasta.resolve("nginx.conf"), ConfiguracaoDoNginx.para(oficina.infra("nginx.conf"), porta, instancias, pasta));
            // Como root, os processos dele mudariam de conta e não alcançariam a nossa pasta.
            String conta = Files.getOwner(conf).getName().equals("root") ? " user root;" : "";
            return List.of(ConfiguracaoDoNginx.executavel().orElseThrow().toString(), "-c", conf.toString(), "-p", pasta.toString(), "-g", "daemon off;" + conta);
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui preparar o nginx: " + e.getMessage(), e);
        }
    }

    private Comando comando(String nome, List<String> linha, Path onde) {
        var completa = new ArrayList<>(cerca.prefixo(nome));
        completa.addAll(linha);
        return Comando.de(pasta.resolve(nome + ".log"), completa).em(onde).encerradoCom("TERM", PACIENCIA);
    }
}

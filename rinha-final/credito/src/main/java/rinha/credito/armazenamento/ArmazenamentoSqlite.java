package rinha.credito.armazenamento;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import rinha.credito.conta.Extrato;
import rinha.credito.conta.Pagina;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// Contas num arquivo SQLite em modo WAL, que as instâncias da mesma máquina compartilham. Durável: `synchronous=FULL`.
public final class ArmazenamentoSqlite implements Armazenamento {
    /// Quantas leituras esperam cada leitor. Com os quatro do padrão são 1.024, tantas quantas as transações que a fila aceita.
    private static final int LEITURAS_POR_LEITOR = 256;

    private final EscritasSqlite escritas;
    private final InstantSource relogio;
    private final TrabalhadorSqlite escritor;
    private final List<TrabalhadorSqlite> leitores = new ArrayList<>();
    private final AtomicInteger vez = new AtomicInteger();

    private ArmazenamentoSqlite(OpcoesSqlite opcoes, InstantSource relogio) {
        this.relogio = relogio;
        escritas = new EscritasSqlite(relogio);
        escritor = TrabalhadorSqlite.escritor("sqlite-escritor", opcoes);
        for (int i = 1; i <= opcoes.leitores(); i++) {
            leitores.add(TrabalhadorSqlite.leitor("sqlite-leitor-" + i, opcoes, LEITURAS_POR_LEITOR));
        }
    }

    /// Cria a pasta do arquivo; o arquivo só é aberto no primeiro uso.
    ///
    /// @throws IllegalStateException se não deu para criar a pasta
    public static ArmazenamentoSqlite abrir(OpcoesSqlite opcoes, InstantSource relogio) {
        try {
            Files.createDirectories(opcoes.arquivo().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new IllegalStateException("Não foi possível criar a pasta de " + opcoes.arquivo() + "; confira CREDITO_SQLITE_ARQUIVO e a permissão de escrita", e);
        }
        return new ArmazenamentoSqlite(opcoes, relogio);
    }

    @Override
    public void migrar() {
        escritor.executar(conexao -> {
            MigradorSqlite.migrar(conexao, Migracao.sqlite());
            return null;
        });
    }

    @Override
    public Resultado aplicar(Transacao transacao) {
        return escritor.executar(conexao -> escritas.aplicar(conexao, List.of(transacao))).getFirst();
    }

    @Override
    public List<Resultado> aplicarLote(long numero, List<Transacao> transacoes) {
        return escritor.executar(conexao -> escritas.aplicarLote(conexao, numero, transacoes));
    }

    @Override
    public Optional<Extrato> extrato(int cliente) {
        return leitor().executar(conexao -> LeiturasSqlite.extrato(conexao, cliente, relogio.instant()));
    }

    @Override
    public Optional<Pagina> transacoes(int cliente, long antesDe, int quantas) {
        return leitor().executar(conexao -> LeiturasSqlite.transacoes(conexao, cliente, antesDe, quantas));
    }

    @Override
    public OptionalLong limite(int cliente) {
        return leitor().executar(conexao -> LeiturasSqlite.limite(conexao, cliente));
    }

    @Override
    public void zerar() {
        escritor.executar(conexao -> {
            EscritasSqlite.zerar(conexao);
            return null;
        });
    }

    @Override
    public void verificar() {
        leitor().executar(conexao -> conexao.preparado("SELECT 1").execute());
    }

    private TrabalhadorSqlite leitor() {
        return leitores.get(Math.floorMod(vez.getAndIncrement(), leitores.size()));
    }

    @Override
    public void close() {
        leitores.forEach(TrabalhadorSqlite::close);
        escritor.close();
    }
}

package rinha.avaliador;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A conta de um cliente na memória: certa, ou com os defeitos pedidos.
final class BancoDeProva {

    record Lancamento(long valor, String tipo, String descricao, Instant quando) {
    }

    record Retrato(long total, List<Lancamento> ultimas) {
    }

    private final int cliente;
    private final long limite;
    private final Set<Defeito> defeitos;
    private final Exchanger<String> par = new Exchanger<>();
    private final List<Lancamento> lancamentos = new ArrayList<>();
    private long saldo;
    private long saldoAnterior;
    private boolean lidoDesdeAGravacao = true;
    private int sobCarga;

    BancoDeProva(int cliente, long limite, Set<Defeito> defeitos) {
        this.cliente = cliente;
        this.limite = limite;
        this.defeitos = defeitos;
        comHistoria();
    }

    long limite() {
        return defeitos.contains(Defeito.LIMITE_TROCADO) && cliente == 2 ? limite / 10 : limite;
    }

    /// Devolve o saldo novo, ou vazio se o débito não cabe.
    OptionalLong aplicar(long valor, String tipo, String descricao) throws InterruptedException {
        if (defeitos.contains(Defeito.PERDE_ATUALIZACAO) && cliente == 1) {
            return lerEsperarGravar(valor, tipo, descricao);
        }
        OptionalLong novo = gravar(valor, tipo, descricao);
        if (defeitos.contains(Defeito.DEBITO_MOSTRA_O_SALDO_DE_ANTES) && tipo.equals("d") && novo.isPresent()) {
            return OptionalLong.of(novo.getAsLong() + valor);
        }
        if (defeitos.contains(Defeito.SALDO_LIDO_DEPOIS) && cliente == 4 && novo.isPresent()) {
            esperarPar(25);
            return OptionalLong.of(retrato().total());
        }
        return novo;
    }

    private synchronized OptionalLong gravar(long valor, String tipo, String descricao) {
        long novo = saldo + (tipo.equals("c") ? valor : -valor);
        boolean passa = tipo.equals("d") && (novo < -limite || novo == -limite && defeitos.contains(Defeito.RECUSA_NO_LIMITE_EXATO));
        if (passa && !defeitos.contains(Defeito.ACEITA_ALEM_DO_LIMITE) && !defeitos.contains(Defeito.ACEITA_ALEM_COM_202)) {
            if (defeitos.contains(Defeito.APLICA_O_RECUSADO)) {
                anotar(novo, valor, tipo, descricao);
            }
            return OptionalLong.empty();
        }
        boolean carga = ServidorDeProva.ehDaCarga(descricao);
        if (carga && defeitos.contains(Defeito.ESQUECE_SOB_CARGA) && ++sobCarga % 20 == 0) {
            return OptionalLong.of(novo);
        }
        anotar(novo, valor, tipo, descricao);
        if (defeitos.contains(Defeito.DUAS_VEZES) && valor >= 5_000 && valor <= 10_000) {
            anotar(saldo + (tipo.equals("c") ? valor : -valor), valor, tipo, descricao);
        }
        return OptionalLong.of(novo);
    }

    private void anotar(long novo, long valor, String tipo, String descricao) {
        saldoAnterior = saldo;
        lidoDesdeAGravacao = false;
        saldo = novo;
        lancamentos.add(new Lancamento(valor, tipo, descricao, Instant.now()));
    }

    /// A corrida, sem sorte: quem leu espera por outro que também leu.
    private OptionalLong lerEsperarGravar(long valor, String tipo, String descricao) throws InterruptedException {
        long novo = retrato().total() + (tipo.equals("c") ? valor : -valor);
        esperarPar(50);
        synchronized (this) {
            anotar(novo, valor, tipo, descricao);
        }
        return OptionalLong.of(novo);
    }

    private void esperarPar(int milissegundos) throws InterruptedException {
        try {
            par.exchange("", milissegundos, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Ninguém mais: um pedido sozinho não perde nada.
        }
    }

    synchronized Retrato retrato() {
        int quantas = defeitos.contains(Defeito.EXTRATO_COM_MAIS_DE_DEZ) ? 11 : 10;
        List<Lancamento> ultimas = lancamentos.subList(Math.max(0, lancamentos.size() - quantas), lancamentos.size());
        return new Retrato(saldo, List.copyOf(defeitos.contains(Defeito.EXTRATO_FORA_DE_ORDEM) ? ultimas : ultimas.reversed()));
    }

    synchronized long totalDoExtrato() {
        boolean atrasado = defeitos.contains(Defeito.SALDO_DO_EXTRATO_ATRASADO) && !lidoDesdeAGravacao;
        lidoDesdeAGravacao = true;
        return atrasado ? saldoAnterior : saldo;
    }

    synchronized void zerar() {
        saldo = 0;
        lancamentos.clear();
        lidoDesdeAGravacao = true;
        comHistoria();
    }

    private void comHistoria() {
        if (defeitos.contains(Defeito.RESET_NAO_ZERA) && cliente == 3) {
            anotar(500, 500, "c", "de antes");
        }
    }
}
